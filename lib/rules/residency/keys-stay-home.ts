import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** A secret has replicas only where they are asked for. */
export const keysStayHome: Rule = {
  id: 'keys-stay-home',
  control: 'RES-05',
  message: 'A secret is copied to another region.',
  remediation: 'Remove ReplicaRegions, or name regions of the profile.',
  types: typesOfConcern('secrets'),
  scope: 'resource',
  evaluate: keepsHome('secrets'),
};
