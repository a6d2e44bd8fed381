import { cidrContains, parseCidr } from '../../model';
import type { LandingZoneConfig } from '../schema';
import { vpcsOf, type PlacedVpc } from './survey';

/** Where a route table of the hub sends a destination: to a VPC, nowhere on purpose, or nowhere for want of a route. */
export type NextHop = { readonly vpc: string } | 'blackhole' | undefined;

export interface HubTable {
  readonly name: string;
  /** VPCs to which the table sends anything. */
  readonly hops: ReadonlySet<string>;
  /** The most specific route for a block; a static route wins over a propagated one of the same length. */
  next(block: string): NextHop;
}

/** The route tables of the hub as they will be: static routes, and those that attachments propagate. */
export function hubTables(config: LandingZoneConfig): ReadonlyMap<string, HubTable> {
  const vpcs = vpcsOf(config);
  return new Map(config.network.hub.routeTables.map((table) => [table.name, hubTable(table, vpcs)]));
}

function hubTable(
  table: LandingZoneConfig['network']['hub']['routeTables'][number],
  vpcs: readonly PlacedVpc[],
): HubTable {
  const propagated = vpcs
    .filter(({ vpc }) => vpc.attachment?.propagate.includes(table.name))
    .flatMap(({ name, vpc }) => [vpc.cidr, vpc.ipv6 ?? ''].map((cidr) => ({ cidr, vpc: name })));
  // Static routes come first: among equals the first found is taken.
  const routes = [...table.routes, ...propagated].flatMap((route) => {
    const block = parseCidr(route.cidr);
    return block ? [{ block, hop: route.vpc === undefined ? ('blackhole' as const) : { vpc: route.vpc } }] : [];
  });
  const bySpecificity = routes.toSorted((a, b) => b.block.prefix - a.block.prefix);
  return {
    name: table.name,
    hops: new Set(routes.flatMap(({ hop }) => (hop === 'blackhole' ? [] : [hop.vpc]))),
    next: (text) => {
      const block = parseCidr(text);
      return block && bySpecificity.find((route) => cidrContains(route.block, block))?.hop;
    },
  };
}
