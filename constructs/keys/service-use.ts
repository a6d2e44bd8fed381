import { ArnFormat, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';

/** On whose behalf a service may use a key. */
export interface ServiceCallers {
  /**
   * Ids of accounts.
   * @default - the account of the key, unless an organisation is given
   */
  readonly accounts?: readonly string[];
  /**
   * Id of the organisation (`o-…`), for any of its accounts.
   * @default - none
   */
  readonly organizationId?: string;
}

/** What a service may do with a key, and when. */
export interface ServiceUse extends ServiceCallers {
  /** Service principal, for example `backup.amazonaws.com`. */
  readonly service: string;
  /** @default - encrypt and decrypt */
  readonly actions?: readonly string[];
  /**
   * ARN patterns of the resources on whose behalf the service calls.
   * @default - any resource of the accounts
   */
  readonly sourceArns?: readonly string[];
  /**
   * Encryption context that the service sends: key to ARN patterns. With a context and neither accounts, organisation
   * nor source ARNs the context alone decides, for services that send no source account.
   * @default - none
   */
  readonly encryptionContext?: Readonly<Record<string, readonly string[]>>;
}

const ENCRYPT_AND_DECRYPT = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];
const WRITE_THROUGH_SERVICE = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/**
 * Lets a service use a key on behalf of accounts, an organisation or resources; never without a condition. An imported
 * key keeps the policy that it has.
 */
export function allowService(key: kms.IKey, use: ServiceUse): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(use.service)],
      actions: [...(use.actions ?? ENCRYPT_AND_DECRYPT)],
      resources: ['*'],
      conditions: serviceConditions(key, use),
    }),
  );
}

/** Lets CloudWatch Logs encrypt the log groups of the key's account and region. */
export function allowLogGroups(key: kms.IKey): void {
  const stack = Stack.of(key);
  const groups = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  allowService(key, {
    service: `logs.${stack.region}.${stack.urlSuffix}`,
    encryptionContext: { 'aws:logs:arn': [groups] },
  });
}

/** Lets CloudTrail encrypt the logs of the named trails, which may belong to another account. */
export function allowCloudTrail(key: kms.IKey, trailArns: readonly string[]): void {
  const service = 'cloudtrail.amazonaws.com';
  allowService(key, {
    service,
    actions: ['kms:GenerateDataKey*'],
    sourceArns: trailArns,
    encryptionContext: { 'aws:cloudtrail:arn': trailArns },
  });
  allowService(key, { service, actions: ['kms:DescribeKey', 'kms:Decrypt'], sourceArns: trailArns });
}

/** Lets AWS log delivery (flow logs, firewall, resolver queries) write to a bucket encrypted with the key. */
export function allowLogDelivery(key: kms.IKey, callers: ServiceCallers = {}): void {
  allowService(key, { ...callers, service: 'delivery.logs.amazonaws.com' });
}

/** Lets AWS Config write to a bucket encrypted with the key. */
export function allowConfig(key: kms.IKey, callers: ServiceCallers = {}): void {
  allowService(key, { ...callers, service: 'config.amazonaws.com', actions: WRITE_THROUGH_SERVICE });
}

/** Lets S3 send event notifications to queues and topics encrypted with the key, and write inventories. */
export function allowS3(key: kms.IKey, callers: ServiceCallers = {}): void {
  allowService(key, { ...callers, service: 's3.amazonaws.com', actions: WRITE_THROUGH_SERVICE });
}

/** Lets CloudWatch alarms of the account publish to topics encrypted with the key. */
export function allowAlarms(key: kms.IKey): void {
  const sourceArns = [Stack.of(key).formatArn({ service: 'cloudwatch', resource: 'alarm:*' })];
  allowService(key, { service: 'cloudwatch.amazonaws.com', actions: WRITE_THROUGH_SERVICE, sourceArns });
}

/**
 * Lets EventBridge publish to topics and queues of the account that are encrypted with the key. KMS sees no source
 * account when EventBridge publishes; the encryption context of the topic or queue stands in for it.
 */
export function allowEvents(key: kms.IKey): void {
  for (const [service, context] of [
    ['sns', 'aws:sns:topicArn'],
    ['sqs', 'aws:sqs:arn'],
  ] as const) {
    allowService(key, {
      service: 'events.amazonaws.com',
      actions: WRITE_THROUGH_SERVICE,
      encryptionContext: { [context]: [Stack.of(key).formatArn({ service, resource: '*' })] },
    });
  }
}

function serviceConditions(key: kms.IKey, use: ServiceUse): iam.Conditions {
  const contexts = Object.entries(use.encryptionContext ?? {});
  const like = {
    ...(use.sourceArns && use.sourceArns.length > 0 ? { 'aws:SourceArn': use.sourceArns } : {}),
    ...Object.fromEntries(contexts.map(([name, arns]) => [`kms:EncryptionContext:${name}`, arns])),
  };
  const scoped = Object.keys(like).length > 0;
  const equals = callerConditions(use, scoped ? [] : [Stack.of(key).account]);
  return {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(scoped ? { ArnLike: like } : {}),
  };
}

function callerConditions(use: ServiceCallers, usual: readonly string[]): Record<string, unknown> {
  const { accounts = [], organizationId } = use;
  const callers = accounts.length > 0 || organizationId ? accounts : usual;
  return {
    ...(callers.length > 0 ? { 'aws:SourceAccount': callers } : {}),
    ...(organizationId ? { 'aws:SourceOrgID': organizationId } : {}),
  };
}
