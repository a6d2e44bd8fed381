import { asText, isMap } from '../../template';
import { either, expectation, field, present, property } from '../check';
import type { Rule } from '../rule';

const isNoBucket = expectation('an origin that is no bucket', (value) => {
  if (!isMap(value)) return 'unknown';
  const name = asText(value['DomainName']) ?? '';
  return value['S3OriginConfig'] === undefined && !/\.s3[.-]([\w-]+\.)?amazonaws\.(com|com\.cn|eu)$/.test(name);
});

const reachedPrivately = either(
  isNoBucket,
  field('OriginAccessControlId', present),
  field('S3OriginConfig.OriginAccessIdentity', present),
);

/**
 * An origin is a bucket when it has S3OriginConfig or its name ends like one. An origin access identity, the older
 * way, counts too.
 */
export const distributionBucketPrivate: Rule = {
  id: 'distribution-bucket-private',
  control: 'RES-15',
  severity: 'high',
  message: 'The bucket behind the distribution has to be public.',
  remediation: 'Add an OriginAccessControl.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.Origins[]', reachedPrivately),
};
