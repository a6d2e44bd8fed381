import { and, or, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { claimsInternet } from './claimed';
import { isWorld } from './traffic';

/** Whether a route leads to every address, and no flow from or to the internet that the template claims explains it. */
export function isDefaultRoute({ properties, template }: Resource): Trilean {
  const everywhere = or(isWorld(properties['DestinationCidrBlock']), isWorld(properties['DestinationIpv6CidrBlock']));
  return and(everywhere, !claimsInternet(template));
}
