import { absent, property } from '../check';
import type { Rule } from '../rule';

/** A website endpoint knows no identities; redirects count too. */
export const bucketNoWebsite: Rule = {
  id: 'bucket-no-website',
  control: 'RES-15',
  severity: 'high',
  message: 'The bucket serves a website, which works only in public and without TLS.',
  remediation: 'Remove WebsiteConfiguration, and serve through an inspected front.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('WebsiteConfiguration', absent),
};
