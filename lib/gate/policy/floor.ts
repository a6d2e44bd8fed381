import type { GatePolicy } from '../../config';

/** A policy that holds in a run, and where it stands. */
export interface Floor {
  /** For messages: the file. */
  readonly source: string;
  readonly policy: GatePolicy;
}
