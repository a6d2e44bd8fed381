import { COLLECTIONS } from './collections';
import { READERS_BY_TYPE } from './readers';

/** A type of which drift compares something, and what. */
export interface ComparedType {
  readonly type: string;
  /** Properties, as templates call them; none where the resource as a whole is one item of a list. */
  readonly properties: readonly string[];
  /** Types of the items of which AWS keeps a list for it: nothing more and nothing less may stand there. */
  readonly lists: readonly string[];
}

/** All that drift compares, by type: for the documentation. */
export function comparedTypes(): readonly ComparedType[] {
  const types = [...new Set([...READERS_BY_TYPE.keys(), ...COLLECTIONS.keys()])].toSorted();
  return types.map((type) => ({
    type,
    properties: READERS_BY_TYPE.get(type)?.facets.flatMap(({ properties }) => properties) ?? [],
    lists: COLLECTIONS.get(type)?.kinds.map((kind) => kind.type) ?? [],
  }));
}
