import type { GatePolicy } from '../schema';
import type { Registers } from './registers';

/**
 * What the hook of each account is told of the landing zone when it is synthesized, as it sees one template at a time:
 * the authority for claims, what the config says of the gate, and what stands in other templates.
 */
export interface HookEstate {
  readonly registers: Registers;
  /** First days on which findings of a rule block, by rule id. */
  readonly blocksFrom: Readonly<Record<string, string>>;
  /** The policy that the config states. @default none */
  readonly gatePolicy?: Omit<GatePolicy, 'profile' | 'blocksFrom' | 'waivers'>;
  /** Region of each bucket to which other accounts deliver, by name. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Names of managed policies of every account that are permissions boundaries, and give nothing. */
  readonly boundaries: readonly string[];
}
