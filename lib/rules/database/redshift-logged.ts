import { either, field, filled, present, property } from '../check';
import type { Rule } from '../rule';

const logged = either(field('BucketName', present), field('LogExports', filled));

/** Redshift records connections and users only when a destination is given. */
export const redshiftLogged: Rule = {
  id: 'redshift-logged',
  control: 'LOG-06',
  message: 'Connections to the data warehouse are not recorded.',
  remediation: 'Set LoggingProperties with a bucket, or with log exports to CloudWatch.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('LoggingProperties', logged),
};
