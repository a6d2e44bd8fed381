import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_iam as iam, aws_lambda as lambda, CustomResource, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sqs as sqs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../lib/profiles';
import { acknowledge } from './acknowledge';
import { acknowledgeWildcards } from './acknowledge-wildcards';
import { handlerFolder } from './handler-folder';
import { EncryptedLogGroup } from './logging/encrypted-log-group';

/** The log of a function that runs at deployment. */
export interface InlineLog {
  /** Encrypts it; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** Days to keep it. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

/** Properties of {@link InlineFunction}. */
export interface InlineFunctionProps {
  /** Folder of the handler in `lib/handlers`. */
  readonly handler: string;
  /** What the function does, for people. */
  readonly description: string;
  /** What the handler may call on everything. */
  readonly actions: readonly string[];
  /** Why those actions can name no resource. */
  readonly withoutResource: string;
  /** What it may call on resources that can be named. @default - nothing */
  readonly statements?: readonly iam.PolicyStatement[];
  /** @default - CloudFormation's */
  readonly functionName?: string;
  /** @default - none: each failure is told to CloudFormation */
  readonly log?: InlineLog;
  /** Longest run. CloudFormation waits longer, so that the reason of a failure is told. @default 1 minute */
  readonly timeout?: Duration;
  /** Takes what events asked for and the function could not do; its rights are among `statements`. @default - none */
  readonly deadLetters?: sqs.IQueue;
  /** Who calls it, and how often. @default - CloudFormation, once for a change */
  readonly calledBy?: string;
}

/** A custom resource that the function stands behind. */
export interface InlineResourceRequest {
  /** `Custom::LionrockPasswordPolicy`. */
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Characters of source: Lambda takes more, but a template holds 1 MB in all, and people read it. */
const LONGEST_SOURCE = 16_384;
/** How much longer CloudFormation waits than the function runs. */
const MARGIN_MINUTES = 4;

/**
 * The function behind custom resources, as part of the template, so that an account needs no bucket for it: for what
 * CloudFormation has no resource for. It may do what its handler calls, and nothing else.
 */
export class InlineFunction extends Construct {
  /** Called by events; custom resources are made by `resource`. */
  readonly function: lambda.IFunction;
  private readonly policy: iam.ManagedPolicy;
  private readonly serviceTimeout: Duration;

  /** @throws Error when the handler was not built, or is too long for a template. */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InlineFunctionProps,
  ) {
    super(scope, id);
    const { log, timeout = Duration.minutes(1) } = props;
    this.serviceTimeout = Duration.minutes(timeout.toMinutes() + MARGIN_MINUTES);
    const logGroup =
      log &&
      new EncryptedLogGroup(this, 'Log', {
        encryptionKey: log.encryptionKey,
        profile: log.profile ?? profileById(DEFAULT_PROFILE),
        logClass: 'infrastructure',
        ...(log.logRetentionDays === undefined ? {} : { retentionDays: log.logRetentionDays }),
      });
    const role = new iam.Role(this, 'Role', {
      description: props.description,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    this.policy = this.rights(role, logGroup?.logGroupArn);
    const fn = new lambda.Function(this, 'Function', {
      ...(props.functionName === undefined ? {} : { functionName: props.functionName }),
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromInline(this.code(props.handler)),
      timeout,
      memorySize: 256,
      role,
      ...(logGroup ? { logGroup } : {}),
    });
    // Through the function's own property CDK would add an inline policy for what the role already may.
    const resource = fn.node.defaultChild;
    if (resource instanceof lambda.CfnFunction) {
      resource.tracingConfig = { mode: 'Active' };
      if (props.deadLetters) resource.deadLetterConfig = { targetArn: props.deadLetters.queueArn };
    }
    acknowledge(fn, this.reasons());
    this.function = fn;
  }

  /** A custom resource, made once the function has its rights. */
  resource(scope: Construct, id: string, { resourceType, properties }: InlineResourceRequest): CustomResource {
    const made = new CustomResource(scope, id, {
      serviceToken: this.function.functionArn,
      resourceType,
      properties: { ...properties },
      serviceTimeout: this.serviceTimeout,
    });
    made.node.addDependency(this.policy);
    return made;
  }

  /** Lets the handler call more: what one of its resources needs. */
  permit(statement: iam.PolicyStatement): void {
    this.policy.addStatements(statement);
    acknowledgeWildcards(this.policy, wildcards([statement]), this.props.withoutResource);
  }

  private rights(role: iam.Role, logGroupArn: string | undefined): iam.ManagedPolicy {
    const { description, actions, statements = [], withoutResource } = this.props;
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description,
      roles: [role],
      statements: [
        ...(actions.length > 0
          ? [new iam.PolicyStatement({ sid: 'Work', actions: [...actions], resources: ['*'] })]
          : []),
        ...statements,
        ...(logGroupArn === undefined ? [] : [writing(logGroupArn)]),
        new iam.PolicyStatement({
          sid: 'Trace',
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
      ],
    });
    const reason = `${withoutResource} Nor has X-Ray.`;
    acknowledge(policy, { 'AwsSolutions-IAM5[Resource::*]': reason });
    acknowledgeWildcards(policy, wildcards(statements), withoutResource);
    return policy;
  }

  private reasons(): Readonly<Record<string, string>> {
    const { calledBy = 'CloudFormation calls it once for a change', deadLetters } = this.props;
    return {
      'NIST.800.53.R5-LambdaConcurrency': `${calledBy}; a new account has none to reserve.`,
      'NIST.800.53.R5-LambdaInsideVPC': 'It calls AWS alone, in accounts that may have no network.',
      ...(deadLetters
        ? {}
        : {
            'NIST.800.53.R5-LambdaDLQ': 'It tells CloudFormation of each failure, and what it does can be done again.',
          }),
    };
  }

  private code(handler: string): string {
    const source = readFileSync(join(handlerFolder(this, handler), 'index.js'), 'utf8');
    if (source.length <= LONGEST_SOURCE) return source;
    throw new Error(
      `[${this.node.path}] the handler ${handler} has ${source.length} characters, expected at most ${LONGEST_SOURCE}; deploy it as a file`,
    );
  }
}

function writing(logGroupArn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'WriteLog',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
  });
}

const wildcards = (statements: readonly iam.PolicyStatement[]): readonly string[] =>
  statements.flatMap((statement) => statement.resources).filter((arn) => arn.includes('*'));
