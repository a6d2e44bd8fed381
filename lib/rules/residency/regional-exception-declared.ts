import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Services that keep keys, certificates or logs in a region of their own: DNSSEC, certificates of CloudFront, query logs. */
export const regionalExceptionDeclared: Rule = {
  id: 'regional-exception-declared',
  control: 'GOV-10',
  category: 'data-residency',
  severity: 'medium',
  message: 'The service keeps this in a region of its own, outside the profile’s.',
  remediation: 'Declare it as a transfer, or do without it.',
  types: typesOfConcern('abroad'),
  scope: 'resource',
  evaluate: keepsHome('abroad'),
};
