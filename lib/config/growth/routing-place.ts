import { createHash } from 'node:crypto';
import type { LandingZoneConfig } from '../schema';
import { placedVpcs } from './placed-networks';

/**
 * Number, from 0, of the stack in which the hub's routes of a VPC stand: by the VPC's name, so that each stays where it
 * is when others come and go. Those of the hub's own account stand in the first, and so does what belongs to no VPC.
 */
export function routingStackOf(config: LandingZoneConfig, vpcName: string | undefined): number {
  const { account, routingStacks } = config.network.hub;
  const placed = placedVpcs(config).find(({ name }) => name === vpcName);
  if (!placed?.vpc.attachment || placed.account === account) return 0;
  return createHash('sha256').update(placed.name).digest().readUInt32BE(0) % routingStacks;
}
