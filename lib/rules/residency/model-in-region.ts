import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/**
 * Inference profiles across regions are known by a prefix of a geography (us., eu., apac., jp., au., global.) or
 * by an ARN of an inference profile.
 */
export const modelInRegion: Rule = {
  id: 'model-in-region',
  control: 'RES-10',
  message: 'The model may answer from another region.',
  remediation: 'Name a model of the region by its plain id.',
  types: typesOfConcern('models'),
  scope: 'resource',
  evaluate: keepsHome('models', { unset: 'pass' }),
};
