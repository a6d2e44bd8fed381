import { type Stack, Token } from 'aws-cdk-lib';
import { isRegion } from '../../lib/model';

/** An availability zone and the short name that its subnets carry in construct ids. */
export interface NamedAvailabilityZone {
  readonly name: string;
  /** The zone's letter (`a`), or its position (`1`) when the zone is only known at deployment. */
  readonly suffix: string;
}

/**
 * Reads a list of availability zones.
 * @throws Error that begins with `where` when there are none, one is named twice, they belong to several regions, or
 * one is not a zone of a region: Local Zones and Wavelength Zones stand outside the jurisdiction's region (RES-12).
 */
export function namedAvailabilityZones(where: string, names: readonly string[]): NamedAvailabilityZone[] {
  if (names.length === 0) {
    throw new Error(`${where} availabilityZones: found none, expected at least one, such as ap-east-1a`);
  }
  const literal = names.filter((name) => !Token.isUnresolved(name));
  const repeated = literal.find((name, index) => literal.indexOf(name) !== index);
  if (repeated) throw new Error(`${where} availabilityZones: found ${repeated} twice, expected each zone once`);
  const regions = new Set(literal.map((name) => regionOf(where, name)));
  if (regions.size > 1) {
    throw new Error(`${where} availabilityZones: found zones of ${[...regions].join(' and ')}, expected one region`);
  }
  return names.map((name, index) => ({
    name,
    suffix: Token.isUnresolved(name) ? String(index + 1) : name.slice(-1),
  }));
}

/**
 * Does work in which CDK compares zones with those of the stack: the names are then the stack's zones, and AWS is not
 * asked for them. Without it every stack with a concrete account needs credentials to synthesize.
 */
export function withoutZoneLookup<T>(stack: Stack, names: readonly string[], work: () => T): T {
  Object.defineProperty(stack, 'availabilityZones', { value: [...names], configurable: true });
  try {
    return work();
  } finally {
    Reflect.deleteProperty(stack, 'availabilityZones');
  }
}

function regionOf(where: string, zone: string): string {
  const region = zone.slice(0, -1);
  if (/[a-z]$/.test(zone) && isRegion(region)) return region;
  throw new Error(
    `${where} availabilityZones: found "${zone}", expected a zone of a region, such as ap-east-1a; ` +
      'Local Zones and Wavelength Zones are refused (RES-12)',
  );
}
