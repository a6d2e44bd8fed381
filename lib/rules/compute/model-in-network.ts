import { anyOf, filled, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** One of the two is enough: an isolated container makes no connections at all. */
export const modelInNetwork: Rule = {
  id: 'model-in-network',
  control: 'WKL-07',
  severity: 'medium',
  message: 'The containers of the model run outside every network zone and may call the internet.',
  remediation: 'Set VpcConfig with subnets of a zone, or EnableNetworkIsolation to true.',
  types: ['AWS::SageMaker::Model'],
  scope: 'resource',
  evaluate: anyOf(property('VpcConfig.Subnets', filled), property('EnableNetworkIsolation', isTrue)),
};
