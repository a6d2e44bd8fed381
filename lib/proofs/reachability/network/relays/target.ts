import type { Ranges } from '../../packets';
import type { Bounded } from '../bounded';
import type { Place, Thing } from '../model';

/** Something that a relay may lead to. */
export interface Target extends Thing {
  readonly places: readonly Place[];
  readonly points: Ranges;
  /** Port on which it takes connections; undefined when it is called, such as a function. */
  readonly port: Bounded<Ranges> | undefined;
  /** Why it is not known whether it is a target; empty when it is. */
  readonly reasons: readonly string[];
}
