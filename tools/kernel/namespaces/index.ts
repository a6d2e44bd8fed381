import type { Topology } from '../topology';
import { addAttachments, addRoutes, addTransitTable } from './joints';
import { EVERYWHERE, INTERNET } from './names';
import { PlanDraft, type Plan } from './plan';
import { addVpc } from './vpc';

export { hostSpace, INTERNET } from './names';
export type { Plan } from './plan';

/** The topology as namespaces: one for each thing of AWS that decides about packets, since a table needs one of its own. */
export function planOf(topology: Topology): Plan {
  const draft = new PlanDraft();
  draft.address(INTERNET, ...topology.outsiders);
  for (const cidr of EVERYWHERE) draft.blackhole(INTERNET, cidr);
  for (const vpc of topology.vpcs) addVpc(draft, topology, vpc);
  for (const subnet of topology.subnets) addRoutes(draft, topology, subnet);
  addAttachments(draft, topology);
  for (const zone of new Set(topology.subnets.map((subnet) => subnet.zone))) {
    for (const table of topology.transitTables) addTransitTable(draft, topology, table, zone);
  }
  return draft.plan();
}
