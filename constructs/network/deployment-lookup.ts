import type { aws_kms as kms } from 'aws-cdk-lib';
import { aws_iam as iam, aws_lambda as lambda, CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import { EncryptedLogGroup } from '../logging';

/** The log of a function that runs at deployment. */
export interface LookupLog {
  /** Encrypts it. */
  readonly encryptionKey: kms.IKey;
  /** Days to keep it. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

export interface DeploymentLookupProps extends LookupLog {
  /** What is looked up, for people. */
  readonly description: string;
  /** Source of a function `find(properties, context)` that answers with the attributes of what it found. */
  readonly find: string;
  /** Actions that it needs: they read, and know no resources. */
  readonly actions: readonly string[];
}

/** Longest time in which something is found. */
const PATIENCE = Duration.minutes(10);

/** The protocol of custom resources around a `find`. */
const PROTOCOL = `
exports.handler = async (event, context) => {
  const answer = {
    Status: 'SUCCESS',
    PhysicalResourceId: event.PhysicalResourceId ?? event.LogicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
  try {
    if (event.RequestType !== 'Delete') answer.Data = await find(event.ResourceProperties, context);
  } catch (error) {
    Object.assign(answer, { Status: 'FAILED', Reason: String(error.message) });
  }
  const sent = await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
  if (!sent.ok) throw new Error('CloudFormation did not take the answer: ' + sent.status);
};
`;

/**
 * Looks up what AWS names only at deployment and CloudFormation tells no template: a custom resource that reads and
 * changes nothing.
 */
export class DeploymentLookup extends Construct {
  private readonly handler: lambda.Function;

  constructor(scope: Construct, id: string, props: DeploymentLookupProps) {
    super(scope, id);
    const logGroup = new EncryptedLogGroup(this, 'Log', {
      encryptionKey: props.encryptionKey,
      profile: props.profile ?? profileById(DEFAULT_PROFILE),
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
    });
    const role = new iam.Role(this, 'Role', {
      description: props.description,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: props.description,
      roles: [role],
      statements: [
        new iam.PolicyStatement({ actions: [...props.actions], resources: ['*'] }),
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    this.handler = new lambda.Function(this, 'Function', {
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(`${props.find}${PROTOCOL}`),
      timeout: PATIENCE,
      role,
      logGroup,
    });
    acknowledge(policy, {
      'AwsSolutions-IAM5[Resource::*]': `${props.actions.join(', ')} know no resources, and change nothing.`,
    });
    const brief = 'The function runs at deployment, until what it looks for is there';
    acknowledge(this, {
      'NIST.800.53.R5-LambdaConcurrency': `${brief}; a reserved share of the account's concurrency would be idle.`,
      'NIST.800.53.R5-LambdaDLQ': `${brief}; it is invoked by CloudFormation, to which it reports every failure.`,
      'NIST.800.53.R5-LambdaInsideVPC': `${brief}; it reaches nothing but interfaces of AWS and CloudFormation.`,
    });
  }

  /**
   * Looks something up.
   * @param what type of the custom resource, without its prefix: `ManagedDomainList`
   */
  find(id: string, what: string, properties: Readonly<Record<string, string>>): CustomResource {
    return new CustomResource(this, id, {
      resourceType: `Custom::${what}`,
      serviceToken: this.handler.functionArn,
      serviceTimeout: PATIENCE,
      properties: { ...properties },
    });
  }
}
