import { Aws, aws_iam as iam, aws_lambda as lambda, CfnLambdaHook, Duration, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Severity } from '../../lib/model';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import { EncryptedLogGroup } from '../logging';
import { hookAsset, type HookFiles } from './hook-code';
import { HOOK_REASONS } from './hook-reasons';
import { HookWatch } from './hook-watch';

/** What a hook can be asked about. */
export type HookOperation = 'STACK' | 'CHANGE_SET' | 'RESOURCE' | 'CLOUD_CONTROL';

/** How a hook judges, and what happens then. */
export interface HookJudgement extends HookFiles {
  /** Whether what the gate cannot decide is blocked (`closed`) or let pass and reported (`open`). @default 'closed' */
  readonly mode?: 'closed' | 'open';
  /** Findings that block: all, or those of this severity and worse. @default 'all' */
  readonly failOn?: 'all' | Severity;
  /** Most findings that may stay undecided in one template. @default 0 */
  readonly maxUnknown?: number;
  /** What CloudFormation does when the hook says no: stop, or warn. @default 'FAIL' */
  readonly failureMode?: 'FAIL' | 'WARN';
  /** Whether CloudFormation asks the hook at all; for emergencies. @default true */
  readonly enabled?: boolean;
  /** What is judged. @default - stacks, change sets, resources and Cloud Control */
  readonly operations?: readonly HookOperation[];
  /** Three names, of which the first is not AWS. @default 'Lionrock::Deployment::Gate' */
  readonly alias?: string;
  /** ARNs of roles whose stack operations are not judged: those for emergencies. @default - none */
  readonly exemptRoles?: readonly string[];
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

const ALL_OPERATIONS: readonly HookOperation[] = ['STACK', 'CHANGE_SET', 'RESOURCE', 'CLOUD_CONTROL'];
const ALIAS = /^(?!aws)[a-z0-9]{2,64}(::[a-z0-9]{2,64}){2}$/i;

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
    if (!ALIAS.test(alias)) {
      throw new Error(
        `[${this.node.path}] found the alias "${alias}", expected three names such as Ministry::Gate::Hook`,
      );
    }
    const profile = props.profile ?? profileById(DEFAULT_PROFILE);
    this.logGroup = new EncryptedLogGroup(this, 'Log', {
      encryptionKey,
      profile,
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
    });
    this.function = this.gate(props);
    this.hook(props, alias);
    new HookWatch(this, 'Watch', { function: this.function, logGroup: this.logGroup, topic, topicKey });
  }

  private gate(props: DeploymentHookProps): lambda.Function {
    const { encryptionKey, reservedConcurrency: reserved = 10 } = props;
    const { role, policy: rights } = this.role('Role', 'lambda.amazonaws.com', [
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

  private hook(
    { failureMode, operations, exemptRoles = [], enabled = true }: DeploymentHookProps,
    alias: string,
  ): void {
    const { role, policy } = this.role('HookRole', 'hooks.cloudformation.amazonaws.com', [
      { actions: ['lambda:InvokeFunction'], resources: [this.function.functionArn] },
    ]);
    const hook = new CfnLambdaHook(this, 'Hook', {
      alias,
      hookStatus: enabled ? 'ENABLED' : 'DISABLED',
      failureMode: failureMode ?? 'FAIL',
      targetOperations: [...(operations ?? ALL_OPERATIONS)],
      stackFilters: {
        filteringCriteria: 'ALL',
        // A stack set gives each of its stacks a name of its own.
        stackNames: { exclude: [Aws.STACK_NAME] },
        ...(exemptRoles.length === 0 ? {} : { stackRoles: { exclude: [...exemptRoles] } }),
      },
      lambdaFunction: this.function.functionArn,
      executionRole: role.roleArn,
    });
    // CDK asks for a list of targets, which CloudFormation takes only instead of these.
    hook.addPropertyOverride('TargetFilters', { Actions: ['CREATE', 'UPDATE'], InvocationPoints: ['PRE_PROVISION'] });
    hook.node.addDependency(policy);
  }

  /** A role that one service of AWS assumes for this account, and what it may do. */
  private role(id: string, service: string, may: readonly iam.PolicyStatementProps[]) {
    const forAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const role = new iam.Role(this, id, {
      description: `Assumed by ${service} for the deployment hook`,
      assumedBy: new iam.ServicePrincipal(service, service.startsWith('hooks') ? { conditions: forAccount } : {}),
    });
    const policy = new iam.ManagedPolicy(this, `${id}Policy`, {
      description: 'What the deployment hook needs',
      roles: [role],
      statements: may.map((statement) => new iam.PolicyStatement(statement)),
    });
    return { role, policy };
  }
}
