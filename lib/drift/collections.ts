import type { Collection } from './collection';
import { INLINE_POLICIES } from './identity/inline-policies';
import { NETWORK_LISTS } from './network';

/** What AWS keeps lists of for others, by the type of these. */
export const COLLECTIONS: ReadonlyMap<string, Collection> = new Map(
  [...NETWORK_LISTS, INLINE_POLICIES].map((collection) => [collection.ownerType, collection]),
);
