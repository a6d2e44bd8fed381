import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** A global cluster exists to be copied to other regions, whether or not a template shows the copies. */
export const noGlobalDatabase: Rule = {
  id: 'no-global-database',
  control: 'RES-03',
  severity: 'critical',
  message: 'The database belongs to a cluster that spans regions.',
  remediation: 'Remove it from the global cluster.',
  types: typesOfConcern('spanning'),
  scope: 'resource',
  evaluate: keepsHome('spanning', { unset: 'pass' }),
};
