import type { Access } from './access';
import type { Json, JsonMap } from './json';
import type { Gone, Thing } from './reader';

/** One of the things of which AWS keeps a list for another: a route of a route table, a rule of a security group. */
export interface Member {
  readonly type: string;
  /** In the words of templates. */
  readonly properties: JsonMap;
}

/** How templates write members of a type. */
export interface MemberKind {
  readonly type: string;
  /** Property that names whose member it is; a list of several. */
  readonly owner: string;
  /** Properties that tell members of one owner apart. */
  readonly key: readonly string[];
  /** Properties that are compared where the key is the same. */
  readonly compared: readonly string[];
  /** Property of the owner that may hold such members itself. */
  readonly inline?: string;
  /** One way to write what can be written in several. @default as it stands */
  readonly normal?: (properties: JsonMap) => JsonMap;
  /** @default the values are the same to AWS */
  readonly isSame?: (designed: Json | undefined, found: Json | undefined) => boolean;
}

/** A list that AWS keeps for resources of a type. */
export interface Collection {
  readonly ownerType: string;
  readonly kinds: readonly MemberKind[];
  /** All members that are there, but for those that AWS puts there by itself. */
  readonly read: (owner: Thing, access: Access) => Promise<readonly Member[] | Gone>;
}
