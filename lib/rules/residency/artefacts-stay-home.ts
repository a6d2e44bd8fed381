import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Replication of registries, distribution of images, pipelines and stack sets across regions. */
export const artefactsStayHome: Rule = {
  id: 'artefacts-stay-home',
  control: 'RES-07',
  message: 'Images, artefacts or stacks are sent to another region.',
  remediation: 'Name regions of the profile only.',
  types: typesOfConcern('images'),
  scope: 'resource',
  evaluate: keepsHome('images'),
};
