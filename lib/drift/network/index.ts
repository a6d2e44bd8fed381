import type { Collection } from '../collection';
import { ACL_ENTRIES } from './acl-entries';
import { GROUP_RULES } from './group-rules';
import { ROUTES } from './routes';
import { TRANSIT } from './transit';

/** What AWS keeps lists of for resources of networks. */
export const NETWORK_LISTS: readonly Collection[] = [ACL_ENTRIES, GROUP_RULES, ROUTES, TRANSIT];
