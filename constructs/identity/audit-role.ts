import { aws_iam as iam, Duration, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Properties of {@link AuditRole}. */
export interface AuditRoleProps {
  /** Physical name of the role, the same in every account. */
  readonly roleName: string;
  /** Account whose auditors may assume the role: 12 digits. */
  readonly auditAccountId: string;
  /**
   * Organisation to which the auditor must belong (`o-…`).
   * @default - not checked; `externalId` is then required
   */
  readonly organizationId?: string;
  /**
   * Secret word that a third-party auditor must send, 12 characters or more.
   * @default - none; `organizationId` is then required
   */
  readonly externalId?: string;
}

/** Content that an auditor of configuration has no need to read. */
const CONTENT = [
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'kms:Decrypt',
  'logs:GetLogEvents',
  'logs:StartQuery',
  's3:GetObject',
  's3:GetObjectVersion',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
];

/**
 * Reads the configuration of the account, not its content, from the audit account of the same organisation or with an
 * external id. Sessions last an hour. Evidence for IDN-04, IDN-06, IDN-07 and GOV-07.
 */
export class AuditRole extends Construct {
  readonly role: iam.IRole;

  /** @throws Error when neither organisation nor external id is given, or one of the ids is malformed. */
  constructor(scope: Construct, id: string, props: AuditRoleProps) {
    super(scope, id);
    this.validate(props);
    const { partition } = Stack.of(this);
    this.role = new iam.Role(this, 'Role', {
      roleName: props.roleName,
      description: 'Security audit: reads configuration, not content',
      assumedBy: new iam.PrincipalWithConditions(
        new iam.ArnPrincipal(`arn:${partition}:iam::${props.auditAccountId}:root`),
        { StringEquals: trustConditions(props) },
      ),
      maxSessionDuration: Duration.hours(1),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('SecurityAudit')],
    });
    acknowledge(this.role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/SecurityAudit]':
        'AWS keeps this read-only policy up to date with each new service; a copy of ours would leave auditors blind.',
    });
    this.denyContent();
  }

  private denyContent(): void {
    new iam.ManagedPolicy(this, 'Limits', {
      description: 'No reading of content',
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'NoContent',
          effect: iam.Effect.DENY,
          actions: CONTENT,
          resources: ['*'],
        }),
      ],
    });
  }

  private validate(props: AuditRoleProps): void {
    const problem = auditProblem(props);
    if (problem) throw new Error(`[${this.node.path}] found ${problem}; correct the property`);
  }
}

function auditProblem({ auditAccountId, organizationId, externalId }: AuditRoleProps): string | undefined {
  if (malformed(auditAccountId, /^\d{12}$/)) return `auditAccountId "${auditAccountId}": expected 12 digits`;
  if (malformed(organizationId, /^o-[a-z0-9]{10,32}$/)) {
    return `organizationId "${organizationId}": expected o- and 10 to 32 letters or digits`;
  }
  if (malformed(externalId, /^[\w+=,.@:/-]{12,1224}$/)) {
    return `an externalId of ${externalId?.length} characters: expected 12 or more letters, digits or +=,.@:/-`;
  }
  return organizationId === undefined && externalId === undefined
    ? 'neither organizationId nor externalId: expected one of them, so that not everybody in the account may come'
    : undefined;
}

function malformed(value: string | undefined, form: RegExp): boolean {
  return value !== undefined && !Token.isUnresolved(value) && !form.test(value);
}

function trustConditions(props: AuditRoleProps): Record<string, string> {
  return {
    ...(props.organizationId ? { 'aws:PrincipalOrgID': props.organizationId } : {}),
    ...(props.externalId ? { 'sts:ExternalId': props.externalId } : {}),
  };
}
