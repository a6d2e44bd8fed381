import type { Flow } from '../../lib/model';
import { allowTransitOf } from './transit-acl';
import type { ZoneAcl } from './zone-acl';

/**
 * Lets a flow of other networks to the internet through subnets in which something else decides, and its answers.
 * @param cidrs blocks from which it comes
 */
export function allowOut(acl: ZoneAcl, flow: Flow, cidrs: readonly string[]): void {
  allowTransitOf(acl, { name: 'transit', cidrs }, flow, 'ingress');
  allowTransitOf(acl, { name: 'internet', cidrs: ['0.0.0.0/0'] }, flow, 'egress');
}
