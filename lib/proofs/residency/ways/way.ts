import type { Trilean } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Graph, Resource } from '../../../template';

/** What a value comes to: whether something leaves by it, and to where. */
export interface Way {
  readonly leaves: Trilean;
  /** Where it leads; empty where nothing leaves, `unknown` where nothing tells. */
  readonly to: string;
  /** For unknown: what could not be resolved. */
  readonly because?: string;
  /** The resource of these templates to which it leads. */
  readonly target?: Resource;
}

/** Where a value stands. */
export interface Standpoint {
  readonly resource: Resource;
  readonly graph: Graph;
  readonly profile: Profile;
}

export const STAYS: Way = { leaves: false, to: '' };
export const UNKNOWN_PLACE = 'unknown';

export function leavesTo(to: string, target?: Resource): Way {
  return { leaves: true, to, ...(target ? { target } : {}) };
}

export function unknownWay(because: string, to: string = UNKNOWN_PLACE): Way {
  return { leaves: 'unknown', to, because };
}
