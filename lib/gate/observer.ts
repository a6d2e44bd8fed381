import type { Resource, Unit } from '../template';

/** Sees what a run of the gate lets go of: units, and what passes. Baselines are not shown to it. */
export interface GateObserver {
  /** Called for each rule that passes on a resource. */
  passed?(rule: string, resource: Resource): void;
  /** Called when a unit has been judged, as long as it is in memory. */
  judged?(unit: Unit): void;
}
