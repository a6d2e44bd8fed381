import type { Network } from '../network';
import { balancersOf } from './balancers';
import { classicBalancersOf } from './classic';
import type { Relay } from './relay';
import { Standings } from './standing';
import { TargetGroups } from './target-groups';

export type { Departure, Door, Exit, Passed, Relay } from './relay';

const READ = new WeakMap<Network, readonly Relay[]>();

/** Everything of a network that takes connections and opens others; read when it is first asked for. */
export function relaysOf(network: Network): readonly Relay[] {
  const known = READ.get(network);
  if (known) return known;
  const standings = new Standings(network);
  const groups = new TargetGroups(standings);
  const relays = [...balancersOf(standings, groups), ...classicBalancersOf(standings, groups)];
  READ.set(network, relays);
  return relays;
}
