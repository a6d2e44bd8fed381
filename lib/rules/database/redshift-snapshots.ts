import { atLeast, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Redshift keeps one day when nothing is said. */
export const redshiftSnapshots: Rule = {
  id: 'redshift-snapshots',
  control: 'BKP-01',
  message: 'Automatic snapshots of the data warehouse are off.',
  remediation: 'Set AutomatedSnapshotRetentionPeriod to 7 days or more.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('AutomatedSnapshotRetentionPeriod', orAbsent(atLeast(1, 'day'))),
};
