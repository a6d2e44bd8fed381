import { Stack, Stage, Tags } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from '../../constructs/acknowledge';
import { BaselineStack } from '../../constructs/baseline';
import { claimMarker } from '../../constructs/claims';
import type { PermissionBoundary } from '../../constructs/identity';
import { HOOK_REASONS, hookTemplate } from '../../constructs/organization';
import { ResidencyBoundary } from '../../constructs/residency';
import { TextStack } from '../../constructs/text-stack';
import type { AccountConfig } from '../config';
import { baselineText, reasonsOfBaseline } from './baseline-text';
import type { StackContext } from './context';
import { applyDeliveredBoundary } from './delivered-baseline';
import { deliveredHook } from './delivered-hook';
import { keyFor } from './key-for';
import { NetworkStacks } from './network-stacks';
import { AccountLoggingStack } from './stacks/account-logging-stack';
import { AdministrationStack } from './stacks/administration-stack';
import { AggregationStack } from './stacks/aggregation-stack';
import { BaselineDeliveryStack } from './stacks/baseline-delivery-stack';
import { pipelinesInto, PipelineStack } from './stacks/pipeline-stack';
import { DetectionAdministrationStack } from './stacks/detection-administration-stack';
import { DetectionStack } from './stacks/detection-stack';
import { GuardrailStack } from './stacks/guardrail-stack';
import { HookDeliveryStack } from './stacks/hook-delivery-stack';
import { IdentityStack } from './stacks/identity-stack';
import { isHeldByDepartment, KeyMaterialStack } from './stacks/key-material-stack';
import { KeyStack } from './stacks/key-stack';
import { LogArchiveStack } from './stacks/log-archive-stack';
import { OrganizationTrailStack } from './stacks/organization-trail-stack';
import { RecoveryStack } from './stacks/recovery-stack';
import { WorkloadStack } from './stacks/workload-stack';

/** What the stacks of an account's baseline hand to those beside them; nothing where a stack set delivers it. */
interface Baseline {
  readonly logging?: AccountLoggingStack;
  readonly topic?: sns.ITopic;
  readonly detection?: Stack;
  readonly boundary?: PermissionBoundary;
}

/**
 * Everything of one account, a stack for each capability. A stage depends on the config alone, never on another stage,
 * so it can be synthesized by itself.
 */
export class AccountStage extends Stage {
  constructor(scope: Construct, context: StackContext) {
    const { account, config, profile } = context;
    super(scope, account.name, { env: { account: account.id, region: config.homeRegion } });
    ResidencyBoundary.of(this, {
      profile,
      deploymentModel: config.deploymentModel,
      classification: account.holds.classification,
      personalData: account.holds.personalData,
    });
    this.addStacks(context);
    this.tag(context);
    for (const stack of this.node.children)
      if (Stack.isStack(stack) && !(stack instanceof TextStack)) mark(stack, context);
  }

  private addStacks(context: StackContext): void {
    const { account } = context;
    const keys = new KeyStack(this, 'keys', context);
    const logKey = keyFor(keys, 'logs');
    const baseline = this.addBaseline(context, logKey);
    this.addHook(context);
    if (isHeldByDepartment(keys)) new KeyMaterialStack(this, 'key-material', { ...context, keys, ...baseline });
    if (pipelinesInto(context).length > 0) new PipelineStack(this, 'pipelines', context);
    const network = new NetworkStacks(this, { ...context, key: logKey, secretKey: () => keyFor(keys, 'secrets') });
    this.addRoleStacks(context, account.role, { key: logKey, ...baseline });
    if (account.workloads.length === 0) return;
    const { zones, dynamoDbEndpoint } = network;
    new RecoveryStack(this, 'recovery', { ...context, key: logKey, zones, ...baseline });
    const workloads = new WorkloadStack(this, 'workloads', {
      ...context,
      keys,
      zones,
      ...(baseline.topic ? { topic: baseline.topic } : {}),
      ...(dynamoDbEndpoint === undefined ? {} : { dynamoDbEndpoint }),
    });
    if (baseline.boundary) baseline.boundary.applyTo(workloads);
    else applyDeliveredBoundary(workloads, context.config.name);
  }

  /** What every account has: in stacks of its own, or from the stack set, which leaves the management account out. */
  private addBaseline(context: StackContext, key: kms.IKey): Baseline {
    const { account, config } = context;
    if (config.baseline.delivery === 'stack-sets') {
      if (account.role === 'management') {
        const baseline = new BaselineStack(this, 'baseline', {
          template: baselineText(context),
          description: `Baseline of ${account.name}, which the stack set leaves out`,
        });
        acknowledge(baseline, reasonsOfBaseline(context));
        new AdministrationStack(this, 'administration', { ...context, key });
      }
      if (account === context.names.stackSetAdministrator)
        new BaselineDeliveryStack(this, 'baseline-delivery', context);
      return {};
    }
    const logging = new AccountLoggingStack(this, 'logging', { ...context, key });
    const detection = new DetectionStack(this, 'detection', { ...context, key });
    // Conformance rules need the recorder, to which no property of theirs refers.
    detection.addStackDependency(logging);
    const { topic } = detection;
    const { boundary } = new IdentityStack(this, 'identity', { ...context, key, topic });
    return { logging, topic, detection, ...(boundary ? { boundary } : {}) };
  }

  /** The gate at deployment: the stack set, and the management account, which it leaves out. */
  private addHook(context: StackContext): void {
    const { account, config, names } = context;
    if (!config.deploymentHook) return;
    const delivery =
      account === names.stackSetAdministrator ? new HookDeliveryStack(this, 'hook-delivery', context) : undefined;
    if (account.role !== 'management') return;
    const hook = new TextStack(this, 'deployment-hook', {
      template: hookTemplate(deliveredHook(context)),
      description: `Deployment hook of ${account.name}, which the stack set leaves out`,
    });
    // A stack that is a text has no constructs on which the reasons could stand.
    acknowledge(hook, { ...HOOK_REASONS.rights, ...HOOK_REASONS.function, ...HOOK_REASONS.concurrency });
    // Its function is made of what lies in the bucket.
    if (delivery) hook.addStackDependency(delivery);
  }

  /** What stands in the one account of a role only. */
  private addRoleStacks(
    context: StackContext,
    role: AccountConfig['role'],
    shared: Pick<Baseline, 'logging' | 'topic' | 'detection'> & { readonly key: kms.IKey },
  ): void {
    if (role === 'management') {
      new GuardrailStack(this, 'guardrails', context);
      new OrganizationTrailStack(this, 'trail', { ...context, ...shared });
    }
    if (role === 'log-archive') {
      const archive = new LogArchiveStack(this, 'log-archive', { ...context, key: shared.key });
      // AWS Config tries its bucket, and log groups their destination, when they are told of them.
      shared.logging?.addStackDependency(archive);
    }
    if (role === 'audit') {
      new AggregationStack(this, 'aggregation', context);
      const { key, topic, detection } = shared;
      const administration = new DetectionAdministrationStack(this, 'detection-administration', {
        ...context,
        key,
        ...(topic ? { topic } : {}),
      });
      // Services are set for the organisation by an account that has them.
      if (detection) administration.addStackDependency(detection);
    }
  }

  private tag({ account, config }: StackContext): void {
    const tags = {
      ...config.tags,
      department: account.department,
      environment: account.environment,
      owner: account.owner,
      'system-tier': String(account.systemTier),
      classification: account.holds.classification,
    };
    for (const [name, value] of Object.entries(tags)) Tags.of(this).add(name, value);
  }
}

function mark(stack: Stack, { account, config, profile }: StackContext): void {
  claimMarker(stack, {
    landingZone: config.name,
    profile: profile.id,
    deploymentModel: config.deploymentModel,
    account: account.name,
    classification: account.holds.classification,
    personalData: account.holds.personalData,
    systemTier: account.systemTier,
    capability: stack.node.id,
  });
}
