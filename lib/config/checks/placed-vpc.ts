import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import { reference, type Named } from './reference';
import type { PlacedVpc } from './survey';

/** A VPC of the hub's account with one of the zones that its task needs. */
export function placedVpc(
  config: LandingZoneConfig,
  path: Path,
  name: string,
  vpcs: readonly PlacedVpc[],
  zones: readonly string[] | undefined,
): readonly ProblemDraft[] {
  const unknown = reference(path, name, 'a VPC', namedVpcs(vpcs));
  const placed = vpcs.find((each) => each.name === name);
  if (!placed) return unknown;
  const hub = config.network.hub.account;
  const known = config.accounts.some((account) => account.name === hub);
  const drafts: ProblemDraft[] = [];
  if (known && placed.account.name !== hub) {
    const message = `the VPC "${name}" belongs to the account "${placed.account.name}", not to that of the hub`;
    const remedy = `name a VPC of "${hub}", or move the VPC there`;
    drafts.push({
      path,
      message,
      expected: `a VPC of the account "${hub}"`,
      remedy,
      dependsOn: [['network', 'hub', 'account']],
    });
  }
  if (zones && !zones.some((zone) => zone in placed.vpc.zones)) {
    const message = `the VPC "${name}" has no zone ${zones.join(' or ')}`;
    const remedy = `add the zone to the VPC, or name another VPC`;
    drafts.push({
      path,
      message,
      expected: `a VPC with the zone ${zones.join(' or ')}`,
      remedy,
      dependsOn: [[...placed.path, 'zones']],
    });
  }
  return drafts;
}

/** VPCs by name, for references to them. */
export function namedVpcs(vpcs: readonly PlacedVpc[]): readonly Named[] {
  return vpcs.map(({ name, namePath }) => ({ name, path: namePath }));
}
