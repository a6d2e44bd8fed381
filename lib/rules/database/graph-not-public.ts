import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const graphNotPublic: Rule = {
  id: 'graph-not-public',
  control: 'WKL-01',
  message: 'The graph answers on a public address.',
  remediation: 'Set PublicConnectivity to false.',
  types: ['AWS::NeptuneGraph::Graph'],
  scope: 'resource',
  evaluate: property('PublicConnectivity', isNotTrue),
};
