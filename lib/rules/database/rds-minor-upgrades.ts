import { isNotFalse, property } from '../check';
import type { Rule } from '../rule';

/** Engines take minor versions in their maintenance window unless they are told not to. */
export const rdsMinorUpgrades: Rule = {
  id: 'rds-minor-upgrades',
  control: 'WKL-02',
  message: 'The engine does not take security updates by itself.',
  remediation: 'Set AutoMinorVersionUpgrade to true.',
  types: [
    'AWS::RDS::DBInstance',
    'AWS::DMS::ReplicationInstance',
    'AWS::AmazonMQ::Broker',
    'AWS::Neptune::DBInstance',
    'AWS::DocDB::DBInstance',
  ],
  scope: 'resource',
  evaluate: property('AutoMinorVersionUpgrade', isNotFalse),
};
