import { ArnFormat, aws_iam as iam, Stack, Validations } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { boundaryStatements } from './boundary-statements';

/** Longest managed policy, in characters without white space (source: IAM and STS quotas). */
const LONGEST_POLICY = 6144;

/** Properties of {@link PermissionBoundary}. */
export interface PermissionBoundaryProps {
  /** Physical name of the policy: the boundary names itself in its own conditions. */
  readonly policyName: string;
  /**
   * Patterns of the names of roles and policies that bounded principals may not change, of roles that they may
   * neither pass nor assume, and of functions that they may not touch: the landing zone's own (`hk-government-*`), and those of the bootstrap stack by which it is
   * deployed (`cdk-hnb659fds-*`). A department's own stacks need other names and a bootstrap qualifier of their own.
   * @default - none
   */
  readonly protectedNames?: readonly string[];
  /**
   * Patterns of the names of functions that bounded principals may not touch, as whoever changes a function acts with its
   * role.
   * @default - those of `protectedNames`
   */
  readonly protectedFunctions?: readonly string[];
}

/**
 * The most that a department's pipelines and roles can do, whatever their policies say: anything but identities without
 * this same boundary, users and access keys, the landing zone's roles, the record, detection, and the destruction of
 * keys and backups. Evidence for IDN-04 and IDN-05.
 */
export class PermissionBoundary extends Construct {
  readonly managedPolicy: iam.IManagedPolicy;

  /** @throws Error when a name pattern would match nearly everything, or the boundary is longer than IAM allows. */
  constructor(scope: Construct, id: string, props: PermissionBoundaryProps) {
    super(scope, id);
    const protectedNames = props.protectedNames ?? [];
    this.assertNames(protectedNames);
    const statements = boundaryStatements({
      boundary: this.arn('policy', props.policyName),
      roles: protectedNames.map((name) => this.arn('role', name)),
      policies: protectedNames.map((name) => this.arn('policy', name)),
      functions: (props.protectedFunctions ?? protectedNames).map((name) => this.functionArn(name)),
    });
    this.assertSize(statements);
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      managedPolicyName: props.policyName,
      description: 'The most that a department can do; grants nothing by itself',
      statements,
    });
    this.managedPolicy = policy;
    const reason =
      'A permissions boundary grants nothing, it is the ceiling over what roles are granted; central services are left out.';
    acknowledge(policy, { 'AwsSolutions-IAM5': `${reason} The rule cannot read NotAction.` });
    Validations.of(policy).acknowledge({ id: 'CloudFormation-Validate::W2512', reason });
  }

  /** Sets this boundary on every role and user below `scope`, those of custom resources included. */
  applyTo(scope: IConstruct): void {
    iam.PermissionsBoundary.of(scope).apply(this.managedPolicy);
  }

  private arn(resource: 'policy' | 'role', resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'iam', region: '', resource, resourceName });
  }

  private functionArn(resourceName: string): string {
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'lambda', resource: 'function', resourceName, arnFormat });
  }

  private assertNames(names: readonly string[]): void {
    const open = names.filter((name) => name.replaceAll(/[*?/]/g, '').length < 3);
    if (open.length > 0) {
      throw new Error(
        `[${this.node.path}] found protectedNames [${open.join(', ')}]: expected at least three fixed characters; the department could not change its own roles`,
      );
    }
  }

  private assertSize(statements: readonly iam.PolicyStatement[]): void {
    const document = new iam.PolicyDocument({ statements: [...statements], minimize: true });
    const size = JSON.stringify(asDeployed(Stack.of(this).resolve(document))).length;
    if (size > LONGEST_POLICY) {
      throw new Error(
        `[${this.node.path}] found a boundary of ${size} characters: expected at most ${LONGEST_POLICY}; name fewer or shorter protectedNames`,
      );
    }
  }
}

/** What pseudo parameters become at deployment, at their longest: IAM counts the characters of that. */
const DEPLOYED: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws-us-gov', 'AWS::AccountId': '000000000000' };

function asDeployed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asDeployed);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value && typeof value.Ref === 'string') return DEPLOYED[value.Ref] ?? value;
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [separator, parts]: unknown[] = value['Fn::Join'];
    const texts = asDeployed(parts);
    if (separator === '' && Array.isArray(texts) && texts.every((text) => typeof text === 'string'))
      return texts.join('');
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asDeployed(item)]));
}
