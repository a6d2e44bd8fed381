import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_s3_assets as assets, CfnGuardHook, Stack } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { hookCalls, judgeCreationAndUpdate, type HookCalls } from './asked-hook';
import { guardRuleText, type GuardRuleChoice } from './guard-rule-text';
import { HOOK_REASONS } from './hook-reasons';
import { hookRole } from './hook-role';

/** Where rules lie already. */
export interface GuardRuleLocation {
  readonly bucket: s3.IBucket;
  readonly key: string;
}

/** Properties of {@link GuardHook}. */
export interface GuardHookProps extends HookCalls, GuardRuleChoice {
  /** Three names, of which the first is not AWS. @default 'Lionrock::Deployment::Guard' */
  readonly alias?: string;
  /** The rules, where they lie already; then the choice of rules is made there. @default - an asset of this app */
  readonly rules?: GuardRuleLocation;
  /** Bucket of this account and region for Guard's reports, by name. @default - none: failures are in the stack's events */
  readonly reportBucketName?: string;
}

/**
 * Rules of the gate that only look at properties, as a CloudFormation Guard hook: CloudFormation evaluates them itself, so
 * that they hold where the function of a `DeploymentHook` cannot run. What an intrinsic function decides passes in a
 * template, and is judged with its value when the resource is made. It knows neither waivers nor policies. Evidence for
 * CHG-01.
 */
export class GuardHook extends Construct {
  /** @throws Error when the alias is malformed, or the choice leaves no rule. */
  constructor(scope: Construct, id: string, props: GuardHookProps) {
    super(scope, id);
    const { alias = 'Lionrock::Deployment::Guard', reportBucketName } = props;
    const { bucket, key } = props.rules ?? ruleAsset(this, guardRuleText(props));
    const reports =
      reportBucketName === undefined
        ? []
        : [allow(['s3:PutObject'], [`arn:${Stack.of(this).partition}:s3:::${reportBucketName}/*`])];
    const { role, policy } = hookRole(this, 'Role', 'hooks.cloudformation.amazonaws.com', [
      allow(['s3:ListBucket'], [bucket.bucketArn]),
      allow(['s3:GetObject', 's3:GetObjectVersion'], [bucket.arnForObjects(key)]),
      this.decryption(bucket),
      ...reports,
    ]);
    acknowledge(policy, HOOK_REASONS.rules);
    const hook = new CfnGuardHook(this, 'Hook', {
      ...hookCalls(this, alias, props),
      ruleLocation: { uri: bucket.s3UrlForObject(key) },
      executionRole: role.roleArn,
      ...(reportBucketName === undefined ? {} : { logBucket: reportBucketName }),
    });
    judgeCreationAndUpdate(hook);
    hook.node.addDependency(policy);
  }

  /** The key may be another account's, which is not known here: it is bound to the bucket instead. */
  private decryption({ bucketArn }: s3.IBucket): iam.PolicyStatementProps {
    const { region, urlSuffix } = Stack.of(this);
    return {
      ...allow(['kms:Decrypt'], ['*']),
      conditions: {
        StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucketArn, `${bucketArn}/*`] },
      },
    };
  }
}

/** The rules as a file of the app. */
export function ruleAsset(scope: Construct, text: string): GuardRuleLocation {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-guard-'));
  try {
    const path = join(folder, 'lionrock.guard');
    writeFileSync(path, text);
    const asset = new assets.Asset(scope, 'Rules', { path });
    return { bucket: asset.bucket, key: asset.s3ObjectKey };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function allow(actions: string[], resources: string[]): iam.PolicyStatementProps {
  return { actions, resources };
}
