import { createHash } from 'node:crypto';
import type { LandingZoneConfig } from '../schema';
import { placedVpcs, type PlacedNetwork } from './placed-networks';

/**
 * Number, from 0, of the stack in which the hub's routes of a VPC stand: by the VPC's name, so that each stays where it
 * is when others come and go. Those of the hub's own account stand in the first.
 */
export function stackOfVpc(
  { name, account, vpc }: Pick<PlacedNetwork, 'name' | 'account' | 'vpc'>,
  { account: owner, routingStacks }: LandingZoneConfig['network']['hub'],
): number {
  if (!vpc.attachment || account === owner) return 0;
  return createHash('sha256').update(name).digest().readUInt32BE(0) % routingStacks;
}

/** The stack of a static route, by the VPC to which it leads: what leads to none stands in the first. */
export function routingStackOf(config: LandingZoneConfig, vpcName: string | undefined): number {
  const placed = placedVpcs(config).find(({ name }) => name === vpcName);
  return placed ? stackOfVpc(placed, config.network.hub) : 0;
}
