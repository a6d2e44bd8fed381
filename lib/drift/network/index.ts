import type { Collection } from '../collection';
import { ACL_ENTRIES } from './acl-entries';
import { GROUP_RULES } from './group-rules';
import { ROUTES } from './routes';
import { TRANSIT } from './transit';

/** What AWS keeps lists of for others, by the type of these. */
export const COLLECTIONS: ReadonlyMap<string, Collection> = new Map(
  [ACL_ENTRIES, GROUP_RULES, ROUTES, TRANSIT].map((collection) => [collection.ownerType, collection]),
);
