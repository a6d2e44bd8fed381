import { aws_lambda as lambda, CfnLambdaHook, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Severity } from '../../lib/model';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import { EncryptedLogGroup } from '../logging';
import { ALL_OPERATIONS, hookCalls, judgeCreationAndUpdate, type HookCalls } from './asked-hook';
import { hookAsset, type HookFiles } from './hook-code';
import { HOOK_REASONS } from './hook-reasons';
import { hookRole } from './hook-role';
import { HookWatch } from './hook-watch';

/** How a hook judges, and what happens then. */
export interface HookJudgement extends HookFiles, HookCalls {
  /** Whether what the gate cannot decide is blocked (`closed`) or let pass and reported (`open`). @default 'closed' */
  readonly mode?: 'closed' | 'open';
  /** Findings that block: all, or those of this severity and worse. @default 'all' */
  readonly failOn?: 'all' | Severity;
  /** Most findings that may stay undecided in one template. @default 0 */
  readonly maxUnknown?: number;
  /** Three names, of which the first is not AWS. @default 'Lionrock::Deployment::Gate' */
  readonly alias?: string;
  /** Calls at the same time, taken from the account's quota for the hook alone; 0 takes none. @default 10 */
  readonly reservedConcurrency?: number;
  /** Days to keep the log. @default - what the profile asks */
  readonly logRetentionDays?: number;
}

/** Properties of {@link DeploymentHook}. */
export interface DeploymentHookProps extends HookJudgement {
  /** Customer key of the function's environment and log. */
  readonly encryptionKey: kms.IKey;
  /** Told when the hook is switched off or changed, or cannot decide; it must let alarms of this account publish. */
  readonly topic: sns.ITopic;
  /** Key of the topic. @default - the key that the topic knows itself to be encrypted with, if any */
  readonly topicKey?: kms.IKey;
  /**
   * The handler with profile, policy and registers, where it lies already.
   * @default - made of them, as an asset of this app
   */
  readonly code?: lambda.Code;
}

/** CloudFormation waits no longer for the answer. */
const PATIENCE = Duration.seconds(30);

/**
 * The gate at deployment: a CloudFormation Lambda hook that judges stacks, change sets, resources and calls of Cloud
 * Control in this account and region, also those that go round the pipeline. It does not judge its own stack, so that it
 * cannot stand in the way of its own repair. Evidence for CHG-01.
 */
export class DeploymentHook extends Construct {
  readonly function: lambda.IFunction;
  /** Where the hook writes a line of JSON for each call. */
  readonly logGroup: logs.ILogGroup;

  /** @throws Error when the alias is malformed, a file does not exist, or the handler was not built. */
  constructor(scope: Construct, id: string, props: DeploymentHookProps) {
    super(scope, id);
    const { encryptionKey, topic, topicKey, alias = 'Lionrock::Deployment::Gate' } = props;
    const calls = hookCalls(this, alias, props);
    const profile = props.profile ?? profileById(DEFAULT_PROFILE);
    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      encryptionKey,
      profile,
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
    });
    this.function = this.gate(props);
    this.hook(calls);
    new HookWatch(this, 'Watch', { function: this.function, logGroup: this.logGroup, topic, topicKey });
  }

  private gate(props: DeploymentHookProps): lambda.Function {
    const { encryptionKey, reservedConcurrency: reserved = 10 } = props;
    const { role, policy: rights } = hookRole(this, 'Role', 'lambda.amazonaws.com', [
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [this.logGroup.logGroupArn] },
      { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] },
    ]);
    acknowledge(rights, HOOK_REASONS.rights);
    const fn = new lambda.Function(this, 'Function', {
      description: 'Judges deployments by the rules of Lionrock, for CloudFormation',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code ?? this.code(props),
      timeout: PATIENCE,
      memorySize: 1024,
      ...(reserved === 0 ? {} : { reservedConcurrentExecutions: reserved }),
      environment: {
        LIONROCK_HOOK_MODE: props.mode ?? 'closed',
        LIONROCK_HOOK_FAIL_ON: props.failOn ?? 'all',
        LIONROCK_HOOK_MAX_UNKNOWN: String(props.maxUnknown ?? 0),
        LIONROCK_HOOK_OPERATIONS: (props.operations ?? ALL_OPERATIONS).join(' '),
      },
      environmentEncryption: encryptionKey,
      role,
      logGroup: this.logGroup,
    });
    // Through the function's own property CDK would add an inline policy for what the role already may.
    const resource = fn.node.defaultChild;
    if (resource instanceof lambda.CfnFunction) resource.tracingConfig = { mode: 'Active' };
    acknowledge(fn, { ...HOOK_REASONS.function, ...(reserved === 0 ? HOOK_REASONS.concurrency : {}) });
    return fn;
  }

  private code(files: HookFiles): lambda.Code {
    const asset = hookAsset(this, 'Code', files);
    return lambda.Code.fromBucketV2(asset.bucket, asset.s3ObjectKey);
  }

  private hook(calls: ReturnType<typeof hookCalls>): void {
    const { role, policy } = hookRole(this, 'HookRole', 'hooks.cloudformation.amazonaws.com', [
      { actions: ['lambda:InvokeFunction'], resources: [this.function.functionArn] },
    ]);
    const hook = new CfnLambdaHook(this, 'Hook', {
      ...calls,
      lambdaFunction: this.function.functionArn,
      executionRole: role.roleArn,
    });
    judgeCreationAndUpdate(hook);
    hook.node.addDependency(policy);
  }
}
