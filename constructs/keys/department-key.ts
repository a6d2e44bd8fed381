import { aws_kms as kms, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Transfer } from '../../lib/model';
import { acknowledge } from '../acknowledge';
import { claimTransfer } from '../claims';
import { allowAccounts, type AccountUse } from './account-use';
import { guardedStatements } from './guarded-statement';
import { KeyAlarms } from './key-alarms';
import { refuseOtherThanEncryption, rotation, validAlias } from './key-limits';
import { KeyMaterialExpiry } from './key-material-expiry';
import { keyPolicy } from './key-policy';
import { KEY_USES, specOf, type KeyUse } from './key-usage';
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
  /**
   * Encryption context that each use by the account's policies must name: key to patterns of values, `*` for any. Services
   * name their own: S3 `aws:s3:arn`, EBS `aws:ebs:id`. Only for keys of encryption.
   * @default - any
   */
  readonly encryptionContext?: Readonly<Record<string, readonly string[]>>;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/** Material that the department makes elsewhere and imports. */
export interface ImportedMaterial {
  /**
   * Told before the material expires, and when it did.
   * @default - nobody is told; make a {@link KeyMaterialExpiry}
   */
  readonly topic?: sns.ITopic;
  /**
   * Days before the end from which the topic is told: 1 to 365.
   * @default 30
   */
  readonly warnDays?: number;
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
   * What the key does.
   * @default 'encryption'
   */
  readonly use?: KeyUse;
  /**
   * Algorithm of a key for signing or codes.
   * @default - symmetric, ECC_NIST_P256 or HMAC_256, by its use
   */
  readonly keySpec?: kms.KeySpec;
  /**
   * The department makes the material itself and imports it, so that it can take it away. Such a key cannot be used before
   * its material is there, and does not rotate by itself. Only for keys of encryption.
   * @default - KMS makes the material
   */
  readonly imported?: ImportedMaterial;
  /**
   * Approved transfer of the key's material to other regions, which alone makes a key that can be replicated.
   * @default - the key never leaves its region
   */
  readonly multiRegion?: Transfer;
  /**
   * Told when the key is disabled, deleted or gets another policy ({@link KeyAlarms}).
   * @default - nobody is told
   */
  readonly alarmTopic?: sns.ITopic;
}

/** Why such a key does not rotate. */
const IMPORTED = 'The department imports the material itself, and imports new material instead of rotation.';

/** The longest that KMS offers: time to notice. */
const PENDING_WINDOW = Duration.days(30);

/**
 * A KMS key of one department, purpose and classification: of one region unless a transfer says so, rotated, kept when the stack goes.
 * Administration, use and audit are separated; only break-glass roles can disable or delete it, and not before 30 days;
 * no principal is a wildcard and no service is trusted without a condition, whatever is granted later. Use by roles of
 * the account is decided by their identity policies, which `grant*` methods write. Evidence for KEY-02, KEY-03, KEY-05,
 * KEY-06, KEY-07 and RES-04 (S17 12.1.1, 10.2.2).
 */
export class DepartmentKey extends kms.Key {
  readonly department: string;
  readonly purpose: string;
  readonly classification: string;
  readonly use: KeyUse;
  /** Whether the department imports the material itself. */
  readonly isImported: boolean;
  /** Alias of the key, with `alias/`. */
  readonly aliasName: string;

  /** @throws Error when a name, an alias, a role or the rotation period is out of bounds. */
  constructor(scope: Construct, id: string, props: DepartmentKeyProps) {
    const path = scope.node.path ? `${scope.node.path}/${id}` : id;
    const alias = validAlias(path, props);
    const roles = (prop: 'administrators' | 'breakGlassRoles') => rolePatterns(scope, path, prop, props[prop]);
    const others = (prop: string, list: readonly string[] = []) =>
      list.length === 0 ? [] : rolePatterns(scope, path, prop, list);
    const use = props.use ?? 'encryption';
    refuseOtherThanEncryption(path, use, props);
    super(scope, id, {
      description: `${props.purpose} of ${props.department}, ${props.classification}`,
      alias,
      keyUsage: KEY_USES[use].keyUsage,
      keySpec: specOf(path, use, props.keySpec),
      policy: keyPolicy(
        scope,
        {
          administrators: roles('administrators'),
          breakGlassRoles: roles('breakGlassRoles'),
          auditors: others('auditors', props.auditors),
          deploymentRoles: deploymentRolePatterns(scope, props.deploymentRoles, path),
        },
        {
          use,
          viaServices: props.viaServices ?? [],
          encryptionContext: props.encryptionContext ?? {},
          imported: props.imported !== undefined,
        },
      ),
      ...rotation(path, use, props),
      pendingWindow: PENDING_WINDOW,
      multiRegion: props.multiRegion !== undefined,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    });
    this.use = use;
    this.isImported = props.imported !== undefined;
    this.department = props.department;
    this.purpose = props.purpose;
    this.classification = props.classification;
    this.aliasName = alias;
    if (props.multiRegion) claimTransfer(this, props.multiRegion);
    if (props.imported) this.expectMaterial(props.imported);
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

  /** Lets other accounts use the key: named, and narrowed to roles, services and contexts. */
  allowAccounts(use: AccountUse): void {
    allowAccounts(this, use);
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

  private expectMaterial(imported: ImportedMaterial): void {
    const { defaultChild } = this.node;
    if (defaultChild instanceof kms.CfnKey) defaultChild.origin = 'EXTERNAL';
    const { topic, warnDays } = imported;
    if (topic) {
      new KeyMaterialExpiry(this, 'Material', { key: this, topic, ...(warnDays === undefined ? {} : { warnDays }) });
    }
    acknowledge(this, {
      'AwsSolutions-KMS5': IMPORTED,
      'NIST.800.53.R5-KMSBackingKeyRotationEnabled': IMPORTED,
    });
  }
}
