import { aws_kms as kms, Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { guardedStatements } from './guarded-statement';
import { KeyAlarms } from './key-alarms';
import { keyPolicy } from './key-policy';
import { deploymentRolePatterns, rolePatterns } from './roles';
import {
  allowAlarms,
  allowCloudTrail,
  allowConfig,
  allowEvents,
  allowLogDelivery,
  allowLogGroups,
  allowS3,
  allowService,
  type ServiceCallers,
  type ServiceUse,
} from './service-use';

/** Who administers, destroys and audits keys, and by whom they are used. Common to keys and key rings. */
export interface KeyCustodyProps {
  /** Department (B/D) that owns the data: lower case, digits and hyphens. */
  readonly department: string;
  /** Highest classification of the data under the key, as the profile names it. */
  readonly classification: string;
  /** Roles that administer keys and may not use them: names, wildcards allowed, or ARNs. They need not exist yet. */
  readonly administrators: readonly string[];
  /** Roles that alone may disable and delete keys. */
  readonly breakGlassRoles: readonly string[];
  /**
   * Roles that may read settings and policies of keys.
   * @default - none
   */
  readonly auditors?: readonly string[];
  /**
   * Roles that deploy the stack: they administer, and use keys through services.
   * @default - the CloudFormation role of the app's CDK bootstrap
   */
  readonly deploymentRoles?: readonly string[];
  /**
   * Services of this account and region through which identity policies may use keys: `s3`, `rds`, `ebs`, …
   * @default - any, and direct calls
   */
  readonly viaServices?: readonly string[];
  /**
   * Days after which KMS changes the key material: 90 to 2560.
   * @default 365
   */
  readonly rotationPeriodDays?: number;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/** Properties of {@link DepartmentKey}. */
export interface DepartmentKeyProps extends KeyCustodyProps {
  /** What the key is for: `data`, `logs`, `secrets`, … Lower case, digits and hyphens. */
  readonly purpose: string;
  /**
   * Alias, beginning with `alias/`.
   * @default - alias/DEPARTMENT/PURPOSE/CLASSIFICATION
   */
  readonly alias?: string;
  /**
   * Told when the key is disabled, deleted or gets another policy ({@link KeyAlarms}).
   * @default - nobody is told
   */
  readonly alarmTopic?: sns.ITopic;
}

const ROTATION_DAYS = { least: 90, most: 2560, usual: 365 };
/** The longest that KMS offers: time to notice. */
const PENDING_WINDOW = Duration.days(30);
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const ALIAS = /^alias\/(?!aws\/)[A-Za-z0-9/_-]{1,250}$/;

/**
 * A KMS key of one department, purpose and classification: of one region, rotated, kept when the stack goes.
 * Administration, use and audit are separated; only break-glass roles can disable or delete it, and not before 30 days;
 * no principal is a wildcard and no service is trusted without a condition, whatever is granted later. Use by roles of
 * the account is decided by their identity policies, which `grant*` methods write. Evidence for KEY-02, KEY-03, KEY-05,
 * KEY-06, KEY-07 and RES-04 (S17 12.1.1, 10.2.2).
 */
export class DepartmentKey extends kms.Key {
  readonly department: string;
  readonly purpose: string;
  readonly classification: string;
  /** Alias of the key, with `alias/`. */
  readonly aliasName: string;

  /** @throws Error when a name, an alias, a role or the rotation period is out of bounds. */
  constructor(scope: Construct, id: string, props: DepartmentKeyProps) {
    const path = scope.node.path ? `${scope.node.path}/${id}` : id;
    const alias = validAlias(path, props);
    const roles = (prop: 'administrators' | 'breakGlassRoles') => rolePatterns(scope, path, prop, props[prop]);
    const others = (prop: string, list: readonly string[] = []) =>
      list.length === 0 ? [] : rolePatterns(scope, path, prop, list);
    super(scope, id, {
      description: `${props.purpose} of ${props.department}, ${props.classification}`,
      alias,
      policy: keyPolicy(
        scope,
        {
          administrators: roles('administrators'),
          breakGlassRoles: roles('breakGlassRoles'),
          auditors: others('auditors', props.auditors),
          deploymentRoles: deploymentRolePatterns(scope, props.deploymentRoles, path),
        },
        props.viaServices ?? [],
      ),
      enableKeyRotation: true,
      rotationPeriod: Duration.days(validRotation(path, props.rotationPeriodDays)),
      pendingWindow: PENDING_WINDOW,
      multiRegion: false,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    });
    this.department = props.department;
    this.purpose = props.purpose;
    this.classification = props.classification;
    this.aliasName = alias;
    if (props.alarmTopic) new KeyAlarms(this, 'Alarms', { keys: [this], topic: props.alarmTopic });
  }

  /**
   * Adds a statement to the key's policy; one that trusts a service without a condition gets one.
   * @throws Error when the statement allows everybody.
   */
  override addToResourcePolicy(statement: iam.PolicyStatement, allowNoOp?: boolean): iam.AddToResourcePolicyResult {
    const [first = statement, ...rest] = guardedStatements(this, statement);
    for (const other of rest) super.addToResourcePolicy(other, allowNoOp);
    return super.addToResourcePolicy(first, allowNoOp);
  }

  /** Lets a service use the key on behalf of accounts, an organisation or resources. */
  allowService(use: ServiceUse): void {
    allowService(this, use);
  }

  /** Lets CloudWatch Logs encrypt log groups of this account and region. */
  allowLogGroups(): void {
    allowLogGroups(this);
  }

  /** Lets CloudTrail encrypt the logs of the named trails, which may belong to another account. */
  allowCloudTrail(trailArns: readonly string[]): void {
    allowCloudTrail(this, trailArns);
  }

  /** Lets AWS log delivery (flow logs, firewall, resolver queries) write to buckets under the key. */
  allowLogDelivery(callers?: ServiceCallers): void {
    allowLogDelivery(this, callers);
  }

  /** Lets AWS Config write to buckets under the key. */
  allowConfig(callers?: ServiceCallers): void {
    allowConfig(this, callers);
  }

  /** Lets S3 notify queues and topics under the key, and write inventories. */
  allowS3(callers?: ServiceCallers): void {
    allowS3(this, callers);
  }

  /** Lets CloudWatch alarms of this account publish to topics under the key. */
  allowAlarms(): void {
    allowAlarms(this);
  }

  /** Lets EventBridge publish to topics and queues of this account under the key. */
  allowEvents(): void {
    allowEvents(this);
  }
}

function validAlias(path: string, props: DepartmentKeyProps): string {
  for (const prop of ['department', 'purpose'] as const) {
    if (!NAME.test(props[prop])) {
      throw new Error(
        `[${path}] ${prop}: expected lower-case letters, digits and hyphens, found "${props[prop]}"; rename it`,
      );
    }
  }
  const level = props.classification.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const alias = props.alias ?? `alias/${props.department}/${props.purpose}/${level}`;
  if (Token.isUnresolved(alias) || ALIAS.test(alias)) return alias;
  throw new Error(
    `[${path}] alias: expected alias/NAME of letters, digits, "/", "_" and "-", not below alias/aws/, found "${alias}"; rename it`,
  );
}

function validRotation(path: string, days: number = ROTATION_DAYS.usual): number {
  const { least, most } = ROTATION_DAYS;
  if (Number.isInteger(days) && days >= least && days <= most) return days;
  throw new Error(
    `[${path}] rotationPeriodDays: expected whole days from ${least} to ${most}, found ${days}; KMS accepts no other period`,
  );
}
