import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws_iam as iam, aws_lambda as lambda, CustomResource, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../lib/profiles';
import { acknowledge } from './acknowledge';
import { acknowledgeWildcards } from './acknowledge-wildcards';
import { EncryptedLogGroup } from './logging';

/** Properties of {@link InlineResource}. */
export interface InlineResourceProps {
  /** Folder of the handler in `lib/handlers`. */
  readonly handler: string;
  /** What the function does, for people. */
  readonly description: string;
  /** `Custom::LionrockPasswordPolicy`. */
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What the handler may call, and nothing else. */
  readonly actions: readonly string[];
  /** What it may call on resources that can be named. @default - nothing */
  readonly statements?: readonly iam.PolicyStatement[];
  /** Why the actions can name no resource. */
  readonly withoutResource: string;
  /** Physical name of the function. */
  readonly functionName: string;
  /** Customer key of the function's log; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** States how long the log is kept. */
  readonly profile: Profile;
}

/** Beside the built constructs, or in `dist` of the sources. */
const PLACES = ['../lib/handlers', '../dist/lib/handlers'];
/** Ends before CloudFormation gives up, so that the reason is told. */
const PATIENCE = Duration.minutes(1);

/**
 * A custom resource whose function is part of the template, so that an account needs no bucket for it: for what
 * CloudFormation has no resource for.
 */
export class InlineResource extends Construct {
  /** @throws Error when the handler was not built. */
  constructor(scope: Construct, id: string, props: InlineResourceProps) {
    super(scope, id);
    const { encryptionKey, profile, functionName } = props;
    const logGroup = new EncryptedLogGroup(this, 'Log', { encryptionKey, profile, logClass: 'infrastructure' });
    const role = new iam.Role(this, 'Role', {
      description: props.description,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: props.description,
      roles: [role],
      statements: [
        new iam.PolicyStatement({ sid: 'Work', actions: [...props.actions], resources: ['*'] }),
        ...(props.statements ?? []),
        new iam.PolicyStatement({
          sid: 'WriteLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        new iam.PolicyStatement({
          sid: 'Trace',
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
      ],
    });
    const reason = `${props.withoutResource} Nor has X-Ray.`;
    acknowledge(policy, { 'AwsSolutions-IAM5[Resource::*]': reason });
    acknowledgeWildcards(
      policy,
      (props.statements ?? []).flatMap((statement) => statement.resources),
      reason,
    );
    const fn = new lambda.Function(this, 'Function', {
      functionName,
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromInline(this.code(props.handler)),
      timeout: PATIENCE,
      memorySize: 256,
      role,
      logGroup,
    });
    // Through the function's own property CDK would add an inline policy for what the role already may.
    const resource = fn.node.defaultChild;
    if (resource instanceof lambda.CfnFunction) resource.tracingConfig = { mode: 'Active' };
    acknowledge(fn, REASONS);
    const custom = new CustomResource(this, 'Resource', {
      serviceToken: fn.functionArn,
      resourceType: props.resourceType,
      properties: { ...props.properties },
      serviceTimeout: Duration.minutes(5),
    });
    custom.node.addDependency(policy);
  }

  private code(handler: string): string {
    const file = PLACES.map((place) => join(__dirname, place, handler, 'index.js')).find((path) => existsSync(path));
    if (file) return readFileSync(file, 'utf8');
    throw new Error(`[${this.node.path}] the handler ${handler} is missing: run "npm run build", or install again`);
  }
}

const REASONS = {
  'NIST.800.53.R5-LambdaConcurrency': 'CloudFormation calls it once for a change; a new account has none to reserve.',
  'NIST.800.53.R5-LambdaDLQ': 'It tells CloudFormation of each failure, and what it does can be done again.',
  'NIST.800.53.R5-LambdaInsideVPC': 'It calls AWS alone, in accounts that may have no network.',
};
