import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import {
  AccountAccessAnalyzer,
  AccountPasswordPolicy,
  AuditRole,
  BreakGlassRole,
  KeyAdministratorRole,
  PermissionBoundary,
} from '../identity';

/** What {@link addAccountIdentity} needs to know. */
export interface AccountIdentityProps {
  /** Begins the names of roles and boundary. */
  readonly name: string;
  /** ARNs of the principals that may assume the emergency and the key administration role, with a second factor. */
  readonly trustedPrincipals: readonly string[];
  /** Key of the account for logs; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** States how long logs are kept. */
  readonly profile: Profile;
  /** The account's topic for alerts. */
  readonly topic: sns.ITopic;
  /** Account whose auditors may read: 12 digits. */
  readonly auditAccountId: string;
  /** Organisation to which auditors must belong (`o-…`). */
  readonly organizationId: string;
  /**
   * Patterns of names that the ceiling over the department's roles protects.
   * @default - no ceiling is made
   */
  readonly boundaryProtects?: readonly string[];
}

/** Name of the policy that is the ceiling over a department's roles. */
export function boundaryName(name: string): string {
  return `${name}-boundary`;
}

/**
 * Who may do what in an account: emergency, key administration and audit roles, the ceiling over departments, and
 * analyzers of access.
 * @returns the ceiling, where one is made.
 */
export function addAccountIdentity(scope: Construct, props: AccountIdentityProps): PermissionBoundary | undefined {
  const { name, trustedPrincipals, topic, auditAccountId, organizationId, boundaryProtects } = props;
  const boundary =
    boundaryProtects &&
    new PermissionBoundary(scope, 'Boundary', {
      policyName: boundaryName(name),
      protectedNames: boundaryProtects,
      protectedFunctions: [`${name}-*`],
    });
  new BreakGlassRole(scope, 'BreakGlass', {
    roleName: `${name}-break-glass`,
    trustedPrincipals,
    topic,
    namePrefix: name,
  });
  new KeyAdministratorRole(scope, 'KeyAdministrator', { roleName: `${name}-key-administrator`, trustedPrincipals });
  new AuditRole(scope, 'Audit', { roleName: `${name}-audit`, auditAccountId, organizationId });
  new AccountAccessAnalyzer(scope, 'Access');
  new AccountPasswordPolicy(scope, 'Passwords', { name, encryptionKey: props.encryptionKey, profile: props.profile });
  return boundary;
}
