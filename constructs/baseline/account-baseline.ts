import { CfnOutput } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEPLOYMENT_ROLES } from '../deployment-roles';
import { MacieSession } from '../detection';
import { DepartmentKey } from '../keys';
import { addAccountDetection } from './account-detection';
import { addAccountIdentity } from './account-identity';
import { addAccountLogging, type AccountRecordsProps } from './account-logging';

/** Properties of {@link AccountBaseline}. They are the same for all accounts of a landing zone. */
export interface AccountBaselineProps extends AccountRecordsProps {
  /** Name of the landing zone: begins the names of roles, topic, rules, boundary, alias and exports. */
  readonly name: string;
  /** Organisation to which auditors must belong (`o-…`). */
  readonly organizationId: string;
  /** Account whose auditors may read: 12 digits. */
  readonly auditAccountId: string;
  /** Bucket of the log archive that receives configuration history, by name. */
  readonly configBucketName: string;
  /** ARNs of the principals that may assume the emergency and the key administration role, with a second factor. */
  readonly trustedPrincipals: readonly string[];
  /** Mailboxes that receive alerts. */
  readonly emails: readonly string[];
  /** Department that runs the landing zone; the baseline's key is tagged and named by it. */
  readonly department: string;
  /** Classification of alerts, which hold identifiers only: the lowest of the scheme. */
  readonly classification: string;
  /**
   * Patterns of names of roles and policies, beside those that begin with `name`, that the ceiling over the department's
   * own roles protects: the roles by which the account is deployed.
   * @default - the CDK's bootstrap roles and those of stack sets
   */
  readonly protectedNames?: readonly string[];
  /**
   * Search buckets for personal data with Macie.
   * @default true
   */
  readonly sensitiveData?: boolean;
  /** Event bus of the account that administers detection, to which each account reports. @default - none */
  readonly reportTo?: string;
}

export { DEPLOYMENT_ROLES } from '../deployment-roles';

/** Name under which an account's baseline exports a value to the stacks beside it. */
export function baselineExport(name: string, what: 'alert-key'): string {
  return `${name}-baseline-${what}`;
}

/**
 * What every account of a landing zone has, in one template that names no account: a key, what it
 * records of itself, detection and its topic, emergency, key administration and audit roles, the ceiling over departments, access
 * analyzers. `BaselineDelivery` brings it to organisational units, `BaselineStack` to one account. Evidence for DET-01
 * to DET-05, DET-10, GOV-11, IDN-02, IDN-04 to IDN-09, CHG-04 and RES-16.
 */
export class AccountBaseline extends Construct {
  /** Key of what the baseline itself stores: alerts, sessions, where identifiers were found. */
  readonly encryptionKey: kms.IKey;
  /** Where alerts of the account go. */
  readonly topic: sns.ITopic;

  /** @throws Error when a name, a principal or a mailbox is malformed. */
  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    const { name, emails, trustedPrincipals, auditAccountId, organizationId } = props;
    this.encryptionKey = this.key(props);
    const logging = new Construct(this, 'Logging');
    addAccountLogging(logging, { ...props, encryptionKey: this.encryptionKey });
    const detection = new Construct(this, 'Detection');
    this.topic = addAccountDetection(detection, {
      name,
      encryptionKey: this.encryptionKey,
      emails,
      ...(props.reportTo ? { reportTo: props.reportTo } : {}),
    });
    // Conformance rules need the recorder, to which no property of theirs refers.
    detection.node.addDependency(logging);
    if (props.sensitiveData ?? true) new MacieSession(detection, 'Macie');
    const boundary = addAccountIdentity(new Construct(this, 'Identity'), {
      name,
      trustedPrincipals,
      encryptionKey: this.encryptionKey,
      profile: props.profile,
      topic: this.topic,
      auditAccountId,
      organizationId,
      boundaryProtects: [
        `${name}-*`,
        ...(props.protectedNames ?? ['cdk-hnb659fds-*', 'stacksets-exec-*', 'StackSet-*']),
      ],
    });
    // Roles of services are under the ceiling too; people take theirs by name, with a second factor.
    boundary?.applyTo(detection);
    new CfnOutput(this, 'AlertKey', {
      description: 'Key of the topic for alerts, for the stacks beside this one',
      value: this.encryptionKey.keyArn,
      exportName: baselineExport(name, 'alert-key'),
    });
  }

  private key({ name, department, classification }: AccountBaselineProps): DepartmentKey {
    const key = new DepartmentKey(this, 'Key', {
      department,
      classification,
      purpose: 'baseline',
      alias: `alias/${name}/baseline`,
      administrators: [`${name}-key-administrator`],
      breakGlassRoles: [`${name}-break-glass`],
      auditors: [`${name}-audit`],
      deploymentRoles: [...DEPLOYMENT_ROLES],
      viaServices: ['logs', 'sns'],
    });
    key.allowLogGroups();
    key.allowEvents();
    key.allowAlarms();
    return key;
  }
}
