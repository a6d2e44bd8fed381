import type { Access } from './access';
import type { Json, JsonMap } from './json';

/** A resource of a template that was deployed. */
export interface Thing {
  readonly type: string;
  readonly logicalId: string;
  /** What CloudFormation calls it in the account. */
  readonly physicalId: string;
  /** What its template says of it, with what AWS made of the names in it; undefined where that is not known, or not said. */
  readonly designed: (property: string) => Json | undefined;
  /** Policies that attach themselves to it, by their own templates: ARNs. */
  readonly attachedBy: readonly string[];
}

/** A resource that is not there any more, or does nothing. */
export class Gone {
  constructor(
    /** Why it counts as gone: `its deletion is scheduled`. */
    readonly because: string,
  ) {}
}

/** Something of a resource that is read by itself, so that one refusal leaves the rest told. */
export interface Facet {
  /** Properties that are compared, as templates call them. */
  readonly properties: readonly string[];
  /** What AWS says they are; one that is left out is not set. */
  readonly read: (thing: Thing, access: Access) => Promise<JsonMap | Gone>;
  /** @default the values are the same to AWS */
  readonly isSame?: (designed: Json | undefined, found: Json | undefined) => boolean;
  /**
   * What holds, beside not being set, where the template says nothing: by property, or anything.
   * @default nothing else
   */
  readonly unsaid?: JsonMap | 'anything';
}

/** How resources of a type are read. */
export interface Reader {
  readonly type: string;
  readonly facets: readonly Facet[];
}

const GONE = /NotFound|^NoSuch(Bucket|Entity(Exception)?)$|DoesNotExist|^ResourceNotFoundException$/;

/** An answer, or `Gone` where AWS knows nothing of what was asked for. */
export async function orGone(asked: Promise<JsonMap | Gone>): Promise<JsonMap | Gone> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && GONE.test(error.name)) return new Gone('AWS does not know it');
    throw error;
  }
}

/** An answer, or undefined where AWS says by an error of this name that nothing is set. */
export async function unlessUnset<T>(asked: Promise<T>, name: string): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
