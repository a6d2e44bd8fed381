import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Hosts outside AWS, providers of software, and whatever a connection is made to; private addresses are inside. */
export const externalEndpointDeclared: Rule = {
  id: 'external-endpoint-declared',
  control: 'RES-13',
  severity: 'medium',
  message: 'Data is sent to, or fetched from, a host outside AWS or in another region.',
  remediation: 'Send it within the profile’s regions, or declare a transfer to that host.',
  types: typesOfConcern('endpoints'),
  scope: 'resource',
  evaluate: keepsHome('endpoints'),
};
