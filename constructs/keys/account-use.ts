import { aws_iam as iam } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { GRANTS, USE } from './key-actions';
import { serviceEndpoints } from './key-policy';

/** What other accounts may do with a key, and how. Their own identity policies must allow it too. */
export interface AccountUse {
  /** Ids of the accounts: 12 digits. */
  readonly accounts: readonly string[];
  /**
   * ARN patterns of the roles there that alone may use the key; they need not exist yet.
   * @default - whom the policies of those accounts allow
   */
  readonly roles?: readonly string[];
  /**
   * Services of the key's region through which they may use it: `s3`, `secretsmanager`, …
   * @default - any, and direct calls
   */
  readonly viaServices?: readonly string[];
  /**
   * Encryption context that each use must name: key to patterns of values.
   * @default - any
   */
  readonly encryptionContext?: Readonly<Record<string, readonly string[]>>;
  /**
   * Let services there take grants on the key for their resources: volumes, databases.
   * @default false
   */
  readonly grants?: boolean;
  /** @default - encrypt and decrypt */
  readonly actions?: readonly string[];
}

const ACCOUNT = /^\d{12}$/;

/**
 * Lets other accounts use a key: each is named, and narrowed to roles, services and contexts.
 * @throws Error when no account is named, or one is not twelve digits.
 */
export function allowAccounts(key: kms.IKey, use: AccountUse): void {
  const wrong = use.accounts.find((account) => !ACCOUNT.test(account));
  if (use.accounts.length === 0 || wrong !== undefined) {
    throw new Error(
      `[${key.node.path}] accounts: expected ids of 12 digits, found ${wrong === undefined ? 'none' : `"${wrong}"`}; name the accounts`,
    );
  }
  const principals = use.accounts.map((account) => new iam.AccountPrincipal(account));
  const conditions = conditionsOf(key, use);
  const allow = (actions: readonly string[], more: iam.Conditions) =>
    key.addToResourcePolicy(
      new iam.PolicyStatement({ principals, actions: [...actions], resources: ['*'], conditions: more }),
    );
  allow(use.actions ?? USE, conditions);
  if (use.grants) allow(GRANTS, { ...conditions, Bool: { 'kms:GrantIsForAWSResource': 'true' } });
}

function conditionsOf(key: kms.IKey, use: AccountUse): iam.Conditions {
  const { roles = [], viaServices = [], encryptionContext = {} } = use;
  const contexts = Object.entries(encryptionContext).map(([name, values]) => [`kms:EncryptionContext:${name}`, values]);
  const services = serviceEndpoints(key, viaServices);
  return {
    StringEquals: {
      'kms:CallerAccount': [...use.accounts],
      ...(services.length > 0 ? { 'kms:ViaService': services } : {}),
    },
    ...(roles.length > 0 ? { ArnLike: { 'aws:PrincipalArn': [...roles] } } : {}),
    ...(contexts.length > 0 ? { StringLike: Object.fromEntries(contexts) } : {}),
  };
}
