import { present, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const emrLogged: Rule = {
  id: 'emr-logged',
  control: 'LOG-06',
  message: 'The cluster’s logs are lost with it.',
  remediation: 'Set LogUri to a bucket of the log store.',
  types: ['AWS::EMR::Cluster'],
  scope: 'resource',
  evaluate: property('LogUri', present),
};
