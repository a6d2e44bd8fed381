import type { Network } from '../network';
import { acceleratorsOf } from './accelerators';
import { apiLinksOf } from './api-links';
import { balancersOf } from './balancers';
import { classicBalancersOf } from './classic';
import { serviceNetworksOf } from './lattice';
import { endpointsOf } from './private-link';
import type { Relay } from './relay';
import { resourceEndpointsOf } from './resource-endpoints';
import { Standings } from './standing';
import { TargetGroups } from './target-groups';
import { verifiedAccessOf } from './verified-access';
import { vpcOriginsOf } from './vpc-origins';

export type { Departure, Door, Exit, Passed, Relay } from './relay';

const READ = new WeakMap<Network, readonly Relay[]>();

/** Everything of a network that takes connections and opens others; read when it is first asked for. */
export function relaysOf(network: Network): readonly Relay[] {
  const known = READ.get(network);
  if (known) return known;
  const standings = new Standings(network);
  const groups = new TargetGroups(standings);
  const balancers = balancersOf(standings, groups);
  const relays = [
    ...balancers,
    ...classicBalancersOf(standings, groups),
    ...endpointsOf(standings, balancers),
    ...resourceEndpointsOf(standings),
    ...serviceNetworksOf(standings, groups),
    ...acceleratorsOf(standings),
    ...vpcOriginsOf(standings),
    ...verifiedAccessOf(standings),
    ...apiLinksOf(standings, balancers),
  ];
  READ.set(network, relays);
  return relays;
}
