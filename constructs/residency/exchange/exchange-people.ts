import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../../acknowledge-wildcards';
import type { ExchangeBuckets } from './exchange-buckets';
import type { ExchangeKeys } from './exchange-keys';
import { APPROVALS, INBOX } from './options';

/** Properties of {@link ExchangePeople}. */
interface ExchangePeopleProps {
  readonly buckets: ExchangeBuckets;
  readonly keys: ExchangeKeys;
  /** ARN of the parameter of the kill switch. */
  readonly switchArn: string;
}

/** What people need for their part, as policies to be attached to their roles; the buckets refuse all others. */
export class ExchangePeople extends Construct {
  readonly sender: iam.ManagedPolicy;
  readonly approver: iam.ManagedPolicy;
  readonly killSwitch: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, { buckets: { staging, records }, keys, switchArn }: ExchangePeopleProps) {
    super(scope, id);
    const through = viaS3(this, keys.data);
    const inbox = staging.arnForObjects(`${INBOX}*`);
    const approvals = staging.arnForObjects(`${APPROVALS}*`);
    const recorded = records.arnForObjects('*');
    this.sender = this.policy(
      'Sender',
      'Hands objects in to be sent across the boundary',
      [inbox],
      [allow(['s3:PutObject', 's3:PutObjectTagging'], [inbox]), through],
    );
    this.approver = this.policy(
      'Approver',
      'Reads what waits and its records, and approves it',
      [inbox, approvals, recorded],
      [
        allow(['s3:GetObject', 's3:GetObjectVersion'], [inbox, recorded]),
        allow(['s3:ListBucket', 's3:ListBucketVersions'], [staging.bucketArn, records.bucketArn]),
        allow(['s3:PutObject'], [approvals]),
        allow(['kms:GetPublicKey', 'kms:Sign'], [keys.approval.keyArn]),
        through,
      ],
    );
    this.killSwitch = this.policy(
      'KillSwitch',
      'Stops the exchange at once, and opens it again',
      [],
      [allow(['ssm:GetParameter', 'ssm:PutParameter'], [switchArn])],
    );
  }

  private policy(
    id: string,
    description: string,
    wildcards: string[],
    statements: iam.PolicyStatement[],
  ): iam.ManagedPolicy {
    const policy = new iam.ManagedPolicy(this, id, { description, statements });
    acknowledgeWildcards(
      policy,
      wildcards,
      'The names of objects are not known in advance; their bucket and prefix are.',
    );
    return policy;
  }
}

function viaS3(scope: Construct, key: kms.IKey): iam.PolicyStatement {
  const { region, urlSuffix } = Stack.of(scope);
  return allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` },
  });
}

function allow(actions: string[], resources: string[], conditions: iam.Conditions = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources, conditions });
}

/** Reads and writes of the functions, each on what it is for. */
export function functionStatements(
  { staging, quarantine, sealed, records }: ExchangeBuckets,
  { data, approval }: ExchangeKeys,
  switchArn: string,
): { readonly screening: iam.PolicyStatement[]; readonly dispatching: iam.PolicyStatement[] } {
  const reading = [
    allow(['s3:GetObjectVersion', 's3:GetObjectVersionTagging'], objects(staging)),
    allow(['s3:GetObject', 's3:PutObject'], objects(records)),
    // Without it S3 says of what is not there that it may not be seen.
    allow(['s3:ListBucket'], [records.bucketArn]),
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], [data.keyArn]),
  ];
  return {
    screening: [
      ...reading,
      allow(['s3:PutObject'], objects(quarantine)),
      allow(['s3:DeleteObjectVersion'], objects(staging)),
    ],
    dispatching: [
      ...reading,
      allow(['s3:PutObject'], objects(sealed)),
      allow(['kms:Verify'], [approval.keyArn]),
      allow(['ssm:GetParameter'], [switchArn]),
    ],
  };
}

function objects(...buckets: readonly s3.IBucket[]): string[] {
  return buckets.map((bucket) => bucket.arnForObjects('*'));
}
