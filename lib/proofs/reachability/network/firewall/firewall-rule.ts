import type { OrderedRule } from '../decide';

/** What a rule of a firewall does; `alert` decides nothing. */
export type FirewallAction = 'pass' | 'drop' | 'alert';

/** A rule of a stateful rule group. */
export interface FirewallRule extends OrderedRule {
  readonly action: FirewallAction;
}
