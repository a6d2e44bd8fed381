import { aws_iam as iam, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { KEY_STORE_ID, needsExternalKey, type KeyStoreType } from '../../lib/model';
import { InlineFunction, type InlineLog } from '../inline-function';
import { KeyAlarms } from './key-alarms';
import { validAlias } from './key-limits';
import { keyPolicy } from './key-policy';
import { KeyUnderPolicy } from './key-under-policy';
import { deploymentRolePatterns, rolePatterns } from './roles';
import type { DepartmentKeyProps, KeyCustodyProps } from './department-key';

/** A key store that the department has made and connected: CloudFormation has no resource for one. */
export interface KeyStoreOfDepartment {
  /** Id of the key store: `cks-…`. */
  readonly id: string;
  /** `cloudhsm`: HSMs of the department’s own in AWS CloudHSM; `external`: a key manager outside of AWS, behind a proxy. */
  readonly type: KeyStoreType;
}

/** Properties of {@link StoredKey}. */
export interface StoredKeyProps
  extends Omit<KeyCustodyProps, 'rotationPeriodDays'>, Pick<DepartmentKeyProps, 'purpose' | 'alias' | 'alarmTopic'> {
  /** Where the material is kept. */
  readonly store: KeyStoreOfDepartment;
  /**
   * Id of the key in the external key manager, AES with 256 bits; one for each key here.
   * @default - none: a CloudHSM key store makes the material itself
   */
  readonly externalKeyId?: string;
  /** Log of the function that makes the key. */
  readonly log: InlineLog;
}

const ORIGINS = { cloudhsm: 'AWS_CLOUDHSM', external: 'EXTERNAL_KEY_STORE' } as const;
const TAG = 'lionrock:stored-key';

/**
 * A key for encryption whose material never is in KMS: it stays in the department's own HSMs (CloudHSM) or outside of AWS (external key
 * store), under the policy of a `DepartmentKey`. CloudFormation makes no such key, so that a function does, which finds again
 * what it made. Store and connection are the department's own: whoever disconnects it makes everything under the key
 * unreadable at once. Evidence for KEY-02, KEY-03, KEY-06, KEY-07 and KEY-09 (S17 12.1.1, 10.2.2).
 */
export class StoredKey extends Construct {
  /** The key, to be passed wherever CDK takes one: it behaves as a `DepartmentKey`, and `allowLogGroups` and the like take it. */
  readonly key: kms.IKey;
  /** Alias of the key, with `alias/`. */
  readonly aliasName: string;

  /** @throws Error when a name, an alias, a role, the store or the external key is out of bounds. */
  constructor(scope: Construct, id: string, props: StoredKeyProps) {
    super(scope, id);
    this.assertStore(props);
    const { department, purpose, classification, store, externalKeyId, log } = props;
    const alias = validAlias(this.node.path, props);
    this.aliasName = alias;
    const origin = ORIGINS[store.type];
    const maker = new InlineFunction(this, 'Maker', {
      handler: 'stored-key',
      description: 'Makes a key in a key store of the department',
      actions: ['kms:DescribeCustomKeyStores', 'tag:GetResources'],
      statements: this.rights(alias, origin),
      withoutResource:
        'Key stores have no ARN, a key that is to be made has none yet, and it is found by its tag alone.',
      log,
    });
    const policy = this.policy(props, maker);
    const resource = maker.resource(this, 'Resource', {
      resourceType: 'Custom::LionrockStoredKey',
      properties: {
        Alias: alias,
        KeyStoreId: store.id,
        Origin: origin,
        ...(externalKeyId === undefined ? {} : { ExternalKeyId: externalKeyId }),
        Description: `${purpose} of ${department}, ${classification}`,
        KeyPolicy: policy,
        Tags: { department, classification },
      },
    });
    resource.applyRemovalPolicy(props.removalPolicy ?? RemovalPolicy.RETAIN);
    const [keyArn, keyId] = [resource.getAttString('KeyArn'), resource.getAttString('KeyId')];
    this.key = new KeyUnderPolicy(this, 'Key', { keyArn, keyId, policy });
    if (props.alarmTopic) new KeyAlarms(this, 'Alarms', { keys: [this.key], topic: props.alarmTopic });
  }

  /** That of every key of a department; the function administers it beside the roles that deploy. */
  private policy(props: StoredKeyProps, maker: InlineFunction): iam.PolicyDocument {
    const { path } = this.node;
    const makers = maker.function.role ? [maker.function.role.roleArn] : [];
    return keyPolicy(
      this,
      {
        administrators: rolePatterns(this, path, 'administrators', props.administrators),
        breakGlassRoles: rolePatterns(this, path, 'breakGlassRoles', props.breakGlassRoles),
        auditors: props.auditors ? rolePatterns(this, path, 'auditors', props.auditors) : [],
        deploymentRoles: [...deploymentRolePatterns(this, props.deploymentRoles, path), ...makers],
      },
      {
        use: 'encryption',
        viaServices: props.viaServices ?? [],
        encryptionContext: props.encryptionContext ?? {},
        imported: false,
      },
    );
  }

  /** Only keys of that origin, and of them only what bears the tag with this alias. */
  private rights(alias: string, origin: string): readonly iam.PolicyStatement[] {
    const stack = Stack.of(this);
    const arn = (resource: string) => stack.formatArn({ service: 'kms', resource });
    const keys = arn('key/*');
    return [
      new iam.PolicyStatement({
        sid: 'Make',
        actions: ['kms:CreateKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'kms:KeyOrigin': origin, [`aws:RequestTag/${TAG}`]: alias } },
      }),
      // A key that is being made may have no origin yet when KMS asks whether it may be tagged; one that is there has.
      new iam.PolicyStatement({
        sid: 'Mark',
        actions: ['kms:TagResource'],
        resources: ['*'],
        conditions: {
          StringEquals: { [`aws:RequestTag/${TAG}`]: alias },
          StringEqualsIfExists: { 'kms:KeyOrigin': origin },
        },
      }),
      new iam.PolicyStatement({ sid: 'Find', actions: ['kms:DescribeKey'], resources: [keys] }),
      new iam.PolicyStatement({
        sid: 'Keep',
        actions: ['kms:CreateAlias', 'kms:PutKeyPolicy', 'kms:TagResource', 'kms:UpdateKeyDescription'],
        resources: [keys],
        conditions: { StringEquals: { [`aws:ResourceTag/${TAG}`]: alias } },
      }),
      new iam.PolicyStatement({ sid: 'Name', actions: ['kms:CreateAlias'], resources: [arn(alias)] }),
    ];
  }

  private assertStore({ store, externalKeyId }: StoredKeyProps): void {
    const fail = (property: string, expected: string, found: string, remedy: string) =>
      new Error(`[${this.node.path}] ${property}: expected ${expected}, found ${found}; ${remedy}`);
    if (!KEY_STORE_ID.test(store.id)) {
      throw fail(
        'store.id',
        'cks- and 17 digits or letters a to f',
        `"${store.id}"`,
        'see kms describe-custom-key-stores',
      );
    }
    if (needsExternalKey(store.type) && !externalKeyId) {
      throw fail('externalKeyId', 'the id of a key of the external key manager', 'none', 'make the key there first');
    }
    if (!needsExternalKey(store.type) && externalKeyId !== undefined) {
      throw fail('externalKeyId', 'none for a CloudHSM key store', `"${externalKeyId}"`, 'leave it out');
    }
  }
}
