import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** Public unless it is told otherwise. */
export const appRunnerPrivate: Rule = {
  id: 'app-runner-private',
  control: 'NET-07',
  message: 'The service answers on a public address, past the web application firewall of the DMZ.',
  remediation: 'Set NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible to false.',
  types: ['AWS::AppRunner::Service'],
  scope: 'resource',
  evaluate: property('NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible', isFalse),
};
