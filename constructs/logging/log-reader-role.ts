import { aws_iam as iam, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../acknowledge-wildcards';
import { ARCHIVE_KINDS } from './archive-names';
import type { LogArchive } from './log-archive';

/** Properties of {@link LogReaderRole}. */
export interface LogReaderRoleProps {
  /** Physical name: the archive admits the role by its ARN, which must be among the archive's `readers`. */
  readonly roleName: string;
  /** Account whose auditors may assume the role. */
  readonly auditAccountId: string;
  /** Organisation to which they must belong (`o-…`). */
  readonly organizationId: string;
  /** What it reads. */
  readonly archive: LogArchive;
}

/**
 * Reads the logs of a {@link LogArchive}, and does nothing else, for auditors of another account in sessions of an hour.
 * Stands in the account of the archive. Evidence for LOG-05, IDN-04 and IDN-07 (S17 14.4.3).
 */
export class LogReaderRole extends Construct {
  readonly role: iam.IRole;

  constructor(scope: Construct, id: string, props: LogReaderRoleProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    this.role = new iam.Role(this, 'Role', {
      roleName: props.roleName,
      description: 'Reads the logs of the archive',
      assumedBy: new iam.PrincipalWithConditions(new iam.AccountPrincipal(props.auditAccountId), {
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    const archives = ARCHIVE_KINDS.map((kind) => props.archive.archive(kind));
    const objects = archives.map(({ bucket }) => bucket.arnForObjects('*'));
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Reads the logs of the archive',
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          actions: ['s3:GetBucketLocation', 's3:ListBucket'],
          resources: archives.map(({ bucket }) => bucket.bucketArn),
        }),
        new iam.PolicyStatement({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: objects }),
        new iam.PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: archives.map(({ encryptionKey }) => encryptionKey.keyArn),
          conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } },
        }),
      ],
    });
    acknowledgeWildcards(
      policy,
      objects,
      'Auditors read any log of the archive; its names are known only when they come.',
    );
  }
}
