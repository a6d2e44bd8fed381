import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/** Links of catalogues, collaborations, projects and models, by the region or ARN that they name. */
export const analysisStaysHome: Rule = {
  id: 'analysis-stays-home',
  control: 'RES-08',
  message: 'Data is analysed or shared in another region.',
  remediation: 'Name regions of the profile only.',
  types: typesOfConcern('analysis'),
  scope: 'resource',
  evaluate: keepsHome('analysis'),
};
