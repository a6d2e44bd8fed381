import type { Json, JsonMap } from './json';

/** What every difference says. */
export interface Place {
  /** Path of the template, from the folder of the assembly. */
  readonly template: string;
  /** Empty for the stack as a whole. */
  readonly logicalId: string;
  readonly type: string;
  readonly constructPath?: string;
  /** Why, or what it means, in words. */
  readonly because?: string;
}

/** Where what is there is not what the template says. */
export type Difference =
  | (Place & { readonly kind: 'differs'; readonly property: string; readonly designed: Json; readonly found: Json })
  /** It is in the template, and not there. */
  | (Place & { readonly kind: 'missing' })
  /** It is there, and in no template; `logicalId` is made up. */
  | (Place & {
      readonly kind: 'unmanaged';
      /** In the words of templates; undefined where it was not read. */
      readonly properties?: JsonMap;
      /** Which one it is, in words that follow its type. */
      readonly name: string;
      /** What the account calls it, where it has a name of its own. */
      readonly physicalId?: string;
    })
  /** It could not be read, or not be compared: then `found` says what is there. */
  | (Place & {
      readonly kind: 'unread';
      readonly properties: readonly string[];
      readonly found?: Json;
      readonly because: string;
    });
