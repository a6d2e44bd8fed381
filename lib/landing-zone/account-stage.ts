import { Stack, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { claimMarker } from '../../constructs/claims';
import { ResidencyBoundary } from '../../constructs/residency';
import type { AccountConfig } from '../config';
import type { StackContext } from './context';
import { NetworkStacks } from './network-stacks';
import { AccountLoggingStack } from './stacks/account-logging-stack';
import { AggregationStack } from './stacks/aggregation-stack';
import { DetectionStack } from './stacks/detection-stack';
import { GuardrailStack } from './stacks/guardrail-stack';
import { IdentityStack } from './stacks/identity-stack';
import { KeyStack } from './stacks/key-stack';
import { LogArchiveStack } from './stacks/log-archive-stack';
import { OrganizationTrailStack } from './stacks/organization-trail-stack';
import { RecoveryStack } from './stacks/recovery-stack';
import { WorkloadStack } from './stacks/workload-stack';

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
    for (const stack of this.node.children) if (Stack.isStack(stack)) mark(stack, context);
  }

  private addStacks(context: StackContext): void {
    const { account } = context;
    const { ring } = new KeyStack(this, 'keys', context);
    const logKey = ring.key(ring.purposes.includes('logs') ? 'logs' : 'data');
    const logging = new AccountLoggingStack(this, 'logging', { ...context, key: logKey });
    const detection = new DetectionStack(this, 'detection', { ...context, key: logKey });
    // Conformance rules need the recorder, to which no property of theirs refers.
    detection.addStackDependency(logging);
    const { topic } = detection;
    const { boundary } = new IdentityStack(this, 'identity', { ...context, topic });
    const network = new NetworkStacks(this, { ...context, key: logKey });
    this.addRoleStacks(context, account.role, { key: logKey, topic });
    if (account.workloads.length === 0) return;
    const { zones, dynamoDbEndpoint } = network;
    new RecoveryStack(this, 'recovery', { ...context, key: logKey, zones, topic });
    const workloads = new WorkloadStack(this, 'workloads', {
      ...context,
      ring,
      zones,
      ...(dynamoDbEndpoint === undefined ? {} : { dynamoDbEndpoint }),
    });
    boundary?.applyTo(workloads);
  }

  /** What stands in the one account of a role only. */
  private addRoleStacks(
    context: StackContext,
    role: AccountConfig['role'],
    shared: { readonly key: KeyStack['ring']['all'][number]; readonly topic: DetectionStack['topic'] },
  ): void {
    if (role === 'management') {
      new GuardrailStack(this, 'guardrails', context);
      new OrganizationTrailStack(this, 'trail', { ...context, ...shared });
    }
    if (role === 'log-archive') new LogArchiveStack(this, 'log-archive', context);
    if (role === 'audit') new AggregationStack(this, 'aggregation', context);
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
