import { aws_iam as iam, aws_kms as kms, aws_s3 as s3, Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { InlineFunction } from '../inline-function';
import { ManagedStackSet, type StackSetReach } from '../managed-stack-set';
import { privateBucket, watchBucket } from '../private-bucket';
import { ruleAsset, type GuardRuleLocation } from './guard-hook';
import { guardRuleKey, guardRuleText } from './guard-rule-text';
import { hookAsset } from './hook-code';
import { hookCodeKey, templateWith, type DeliveredHookProps } from './hook-template';

/** Properties of {@link HookDelivery}. */
export interface HookDeliveryProps extends StackSetReach {
  /** Organisation whose accounts may read the handler (`o-…`). */
  readonly organizationId: string;
  /** The hook that every account gets. */
  readonly hook: DeliveredHookProps;
  /** Bucket of the same account and region that receives the access logs of the bucket of the handler, by name. */
  readonly accessLogBucketName: string;
}

/** Lambda reads code from a bucket of its own region only, and with the rights of whoever makes the function. */
const READ = ['s3:GetObject', 's3:GetObjectVersion'];

/** What is copied: an object of the CDK's bucket, and the name that it gets. */
interface Copied extends GuardRuleLocation {
  readonly id: string;
  readonly as: string;
}

/**
 * Brings a {@link DeploymentHook} to every account of organisational units, in the region of its stack: the handler in a
 * bucket that the organisation alone can read, and a service-managed stack set whose stacks refer to it. Belongs into the
 * account that administers stack sets, once for each region. The management account gets none by it: deploy the text of
 * `hookTemplate` there. Evidence for CHG-01.
 */
export class HookDelivery extends Construct {
  /** @throws Error when an id is malformed, a file does not exist, or the handler was not built. */
  constructor(scope: Construct, id: string, props: HookDeliveryProps) {
    super(scope, id);
    const { organizationId, hook, accessLogBucketName: _logs, ...reach } = props;
    if (!Token.isUnresolved(organizationId) && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
      throw new Error(
        `[${this.node.path}] found organizationId "${organizationId}": expected an id such as o-hkgov12345; without it everybody could read`,
      );
    }
    const encryptionKey = this.key(organizationId);
    const bucket = this.bucket(encryptionKey, props);
    const codeKey = hookCodeKey(this, hook);
    const copies = this.copy(bucket, encryptionKey, hook, codeKey);
    const set = new ManagedStackSet(this, 'Hook', {
      ...reach,
      description: 'The gate at deployment in the accounts of the organisation',
      template: templateWith(hook, () => codeKey),
      regions: [Stack.of(this).region],
    });
    set.node.addDependency(...copies, bucket);
  }

  private key(organizationId: string): kms.Key {
    const { region, urlSuffix } = Stack.of(this);
    const key = new kms.Key(this, 'Key', {
      description: 'Handler of the deployment hook, for the accounts of the organisation',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AllowAccountsOfTheOrganization',
        principals: [new iam.OrganizationPrincipal(organizationId)],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } },
      }),
    );
    return key;
  }

  private bucket(encryptionKey: kms.Key, { organizationId, hook, accessLogBucketName }: HookDeliveryProps): s3.Bucket {
    const bucket = privateBucket(this, 'Bucket', {
      bucketName: hook.codeBucketName,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: 'incomplete-uploads',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(365),
        },
      ],
    });
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AllowAccountsOfTheOrganization',
        principals: [new iam.OrganizationPrincipal(organizationId)],
        actions: READ,
        resources: [bucket.arnForObjects('*')],
      }),
    );
    if (hook.guard) {
      bucket.addToResourcePolicy(
        new iam.PolicyStatement({
          sid: 'AllowGuardHooksToList',
          principals: [new iam.OrganizationPrincipal(organizationId)],
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
        }),
      );
    }
    watchBucket(bucket, { accessLogBucketName });
    acknowledge(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled': 'Each deployment puts the handler there again.',
    });
    return bucket;
  }

  /** The CDK uploads handler and rules into a bucket that other accounts cannot read. */
  private copy(bucket: s3.Bucket, encryptionKey: kms.Key, hook: DeliveredHookProps, key: string): Construct[] {
    const code = hookAsset(this, 'Code', hook);
    const rules = hook.guard && guardRuleText(hook.guard);
    const copied: readonly Copied[] = [
      { id: 'CopiedCode', bucket: code.bucket, key: code.s3ObjectKey, as: key },
      ...(rules ? [{ id: 'CopiedRules', ...ruleAsset(this, rules), as: guardRuleKey(rules) }] : []),
    ];
    const copy = new InlineFunction(this, 'Copy', {
      handler: 'object-copy',
      description: 'Copies the handler of the deployment hook to where all accounts can read it',
      actions: [],
      withoutResource: 'The names of objects change with their content.',
      statements: [
        allow(
          ['s3:GetObject'],
          copied.map((from) => from.bucket.arnForObjects(from.key)),
        ),
        allow(
          ['s3:PutObject'],
          copied.map(({ as }) => bucket.arnForObjects(as)),
        ),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], [encryptionKey.keyArn]),
      ],
      log: { encryptionKey, ...(hook.profile ? { profile: hook.profile } : {}) },
    });
    return copied.map((from) =>
      copy.resource(this, from.id, {
        resourceType: 'Custom::LionrockObjectCopy',
        properties: {
          Account: Stack.of(this).account,
          SourceBucket: from.bucket.bucketName,
          SourceKey: from.key,
          Bucket: bucket.bucketName,
          Key: from.as,
        },
      }),
    );
  }
}

function allow(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources });
}
