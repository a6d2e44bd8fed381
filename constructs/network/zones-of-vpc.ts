import type { Profile } from '../../lib/profiles';

/** What of a VPC's properties the zone model of its profile judges. */
interface ZonedProps {
  readonly zones: readonly { readonly name: string }[];
  readonly internetGateway?: boolean;
}

/** Names of the VPC's zones that the profile lets face the internet, in the order of the VPC's zones. */
export function facing({ zones }: ZonedProps, profile: Profile): string[] {
  const names = profile.zones.filter((zone) => zone.internetFacing).map((zone) => zone.name);
  return zones.map((zone) => zone.name).filter((name) => names.includes(name));
}

/**
 * @param vpc Path of the VPC's construct, in brackets.
 * @throws Error when there is no zone, one that the profile does not know, or one twice; when an internet gateway is asked
 * for and no zone faces the internet.
 */
export function requireZones(vpc: string, props: ZonedProps, profile: Profile): void {
  const where = `${vpc} zones`;
  if (props.zones.length === 0) throw new Error(`${where}: found none, expected at least one`);
  const known = profile.zones.map((zone) => zone.name);
  for (const [index, { name }] of props.zones.entries()) {
    if (!known.includes(name)) {
      throw new Error(`${where}: found "${name}", expected one of ${profile.id}: ${known.join(', ')}`);
    }
    if (props.zones.findIndex((zone) => zone.name === name) !== index) {
      throw new Error(`${where}: found ${name} twice, expected each zone once; give all its subnets in one entry`);
    }
  }
  if (props.internetGateway && facing(props, profile).length === 0) {
    throw new Error(
      `${vpc} internetGateway: found true, and no zone of the VPC faces the internet; expected one of ` +
        `${profile.zones.flatMap((zone) => (zone.internetFacing ? [zone.name] : [])).join(', ')}, or no gateway (NET-04)`,
    );
  }
}
