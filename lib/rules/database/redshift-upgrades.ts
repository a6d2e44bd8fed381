import { isNotFalse, property } from '../check';
import type { Rule } from '../rule';

/** Updates are taken in the maintenance window unless they are refused. */
export const redshiftUpgrades: Rule = {
  id: 'redshift-upgrades',
  control: 'WKL-02',
  message: 'The data warehouse does not take engine updates.',
  remediation: 'Set AllowVersionUpgrade to true.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('AllowVersionUpgrade', isNotFalse),
};
