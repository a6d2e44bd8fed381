import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Peering, endpoints, zones’ VPCs and accelerators, by the region or ARN that they name. */
export const networkStaysHome: Rule = {
  id: 'network-stays-home',
  control: 'RES-11',
  message: 'A network path leads into another region.',
  remediation: 'Name regions of the profile only.',
  types: typesOfConcern('network'),
  scope: 'resource',
  evaluate: keepsHome('network'),
};
