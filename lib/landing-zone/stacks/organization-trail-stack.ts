import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OrganizationTrail } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

export interface OrganizationTrailStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/** The trail of the organisation, delivered to the log archive. */
export class OrganizationTrailStack extends Stack {
  constructor(scope: Construct, id: string, props: OrganizationTrailStackProps) {
    const { config, names, profile, key } = props;
    super(scope, id, { description: 'Trail of all accounts of the organisation', terminationProtection: true });
    new OrganizationTrail(this, 'Trail', {
      trailName: names.trail,
      organizationId: config.organization.id,
      bucketName: names.archiveBucket('trail'),
      keyArn: names.archiveKeyAliasArn('trail'),
      archiveBucketArns: [`arn:${profile.partition}:s3:::${names.archivePrefix}-`],
      logGroupKey: key,
      profile,
      retentionDays: retentionDays(props, 'infrastructure'),
      ...(config.logging.dataEvents ? {} : { dataEventTypes: [] }),
    });
  }
}
