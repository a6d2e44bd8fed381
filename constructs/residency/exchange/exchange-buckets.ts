import { aws_s3 as s3 } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ArchiveBucket } from '../../logging';
import { ExchangeBucket } from './exchange-bucket';
import { APPROVALS, INBOX, type CrossBoundaryExchangeProps } from './options';

/** Properties of {@link ExchangeBuckets}. */
interface ExchangeBucketsProps extends Pick<
  CrossBoundaryExchangeProps,
  'accessLogBucket' | 'profile' | 'recordDays' | 'transfer'
> {
  readonly encryptionKey: kms.IKey;
  /** ARN patterns of roles. */
  readonly senders: readonly string[];
  readonly approvers: readonly string[];
  /** ARN of the role that scans for malware, which alone may say what it found. */
  readonly scanner: string;
  /** ARNs of the roles of the functions, which alone write records. */
  readonly recorders: readonly string[];
}

/** Days that objects stay where they pass, and in quarantine for whoever looks into it. */
const PASSING_DAYS = 30;
const QUARANTINE_DAYS = 90;
const WRITING = ['s3:PutObject', 's3:ReplicateObject'];
const CHANGING_TAGS = ['s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging', 's3:PutObjectVersionTagging'];

/** Through which buckets objects pass, and where is recorded what became of them. */
export class ExchangeBuckets extends Construct {
  /** Where objects are handed in and approved. */
  readonly staging: s3.IBucket;
  readonly quarantine: s3.IBucket;
  /** What was sealed for the recipient. */
  readonly sealed: s3.IBucket;
  /** One record for each step of each object, which nobody can change or remove. */
  readonly records: s3.IBucket;

  constructor(scope: Construct, id: string, props: ExchangeBucketsProps) {
    super(scope, id);
    const { encryptionKey, accessLogBucket } = props;
    const passing = { encryptionKey, accessLogBucket };
    const staging = new ExchangeBucket(this, 'Staging', { ...passing, keepDays: PASSING_DAYS, events: true });
    const quarantine = new ExchangeBucket(this, 'Quarantine', { ...passing, keepDays: QUARANTINE_DAYS });
    const sealed = new ExchangeBucket(this, 'Sealed', { ...passing, keepDays: PASSING_DAYS });
    this.records = this.archive(props);
    this.staging = staging.bucket;
    this.quarantine = quarantine.bucket;
    this.sealed = sealed.bucket;
    guardStaging(staging, props);
    for (const bucket of [quarantine, sealed])
      bucket.refuse('DenyWritingByOthers', WRITING, '', others(props.recorders));
  }

  private archive({
    encryptionKey,
    accessLogBucket,
    profile,
    recordDays,
    recorders,
  }: ExchangeBucketsProps): s3.IBucket {
    const { bucket } = new ArchiveBucket(this, 'Records', {
      encryptionKey,
      accessLogs: accessLogBucket,
      profile,
      logClass: 'security',
      writers: recorders,
      ...(recordDays === undefined ? {} : { retentionDays: recordDays }),
    });
    const { defaultChild } = bucket.node;
    if (defaultChild instanceof s3.CfnBucket) {
      defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    return bucket;
  }
}

/** Who may hand in, approve and say that something is clean. */
function guardStaging(staging: ExchangeBucket, { senders, approvers, scanner, transfer }: ExchangeBucketsProps): void {
  staging.refuse('DenyHandingInByOthers', WRITING, INBOX, others(senders));
  staging.refuse('DenyApprovalByOthers', WRITING, APPROVALS, others(approvers));
  staging.refuse('DenyUnclassified', ['s3:PutObject'], INBOX, {
    StringNotEquals: { 's3:RequestObjectTag/lionrock:classification': transfer.classification },
  });
  staging.refuse('DenyChangedTags', CHANGING_TAGS, INBOX, others([scanner]));
  staging.refuse('DenyForgedScans', ['s3:PutObject', 's3:PutObjectTagging'], INBOX, {
    ...others([scanner]),
    'ForAnyValue:StringEquals': { 's3:RequestObjectTagKeys': ['GuardDutyMalwareScanStatus'] },
  });
}

function others(roles: readonly string[]): iam.Conditions {
  return { ArnNotLike: { 'aws:PrincipalArn': [...roles] } };
}
