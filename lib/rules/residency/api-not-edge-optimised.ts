import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** EDGE unless something else is asked for. */
export const apiNotEdgeOptimised: Rule = {
  id: 'api-not-edge-optimised',
  control: 'RES-09',
  message: 'Requests to the API enter AWS at edge locations of other countries.',
  remediation: 'Set EndpointConfiguration.Types to REGIONAL or PRIVATE.',
  types: typesOfConcern('edge-apis'),
  scope: 'resource',
  evaluate: keepsHome('edge-apis'),
};
