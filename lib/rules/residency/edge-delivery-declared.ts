import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/**
 * Public information may be delivered by the edge when a transfer says so; a template that claims a transfer is
 * left to the register. A distribution that is switched off delivers nothing.
 */
export const edgeDeliveryDeclared: Rule = {
  id: 'edge-delivery-declared',
  control: 'RES-09',
  message: 'Content is kept and served outside the jurisdiction.',
  remediation: 'Serve from the home region, or declare a transfer of public information.',
  types: typesOfConcern('edge'),
  scope: 'resource',
  evaluate: keepsHome('edge'),
};
