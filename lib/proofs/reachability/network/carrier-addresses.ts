import type { Trilean } from '../../../model';
import type { Subnet } from './model';
import type { PlaceDraft } from './place-drafts';

/** Zones of carriers: `us-east-1-wl1-bos-wlz-1`. Source: AWS Wavelength developer guide, Available Wavelength Zones. */
const WAVELENGTH = /-wl\d*-/;

/** Whether a subnet is in a Wavelength Zone, as its name or its routes tell. */
export function inWavelength({ zone, tables }: Pick<Subnet, 'zone' | 'tables'>): boolean {
  const routes = tables.options.flatMap((table) => table.routes);
  return WAVELENGTH.test(zone ?? '') || routes.some(({ target }) => target.kind === 'carrier-gateway');
}

/**
 * Whether something has an address of the carrier's: as it says, or by an Elastic IP address, which in a Wavelength Zone is
 * one of the carrier's. Of load balancers no template says it.
 * Source: AWS Wavelength developer guide, How AWS Wavelength works, Carrier IP addresses.
 */
export function carrierOf({ resource, carrierAddress, publicAddress }: PlaceDraft, subnet: Subnet): Trilean {
  if (carrierAddress !== undefined) return carrierAddress;
  if (!inWavelength(subnet) || publicAddress === 'subnet' || publicAddress === false) return false;
  return publicAddress === true && resource.type.startsWith('AWS::EC2::') ? true : 'unknown';
}
