import type { Profile } from '../../../lib/profiles';

/** What the generated policies need to know. */
export interface GuardrailOptions {
  readonly profile: Profile;
  /** Id of the organisation (`o-…`), whose principals alone may reach its resources. */
  readonly organizationId: string;
  /**
   * Begins the names of the policies.
   * @default 'lionrock'
   */
  readonly namePrefix?: string;
  /**
   * Actions to exempt from the region deny besides those of global services, for example `workspaces:*`. Naming an entry
   * of the second, narrowing deny (`kms:*`) takes it out of there too.
   * @default - none
   */
  readonly exemptActions?: readonly string[];
  /**
   * ARN patterns of roles to which the region deny does not apply.
   * @default - nobody is exempt
   */
  readonly exemptRoles?: readonly string[];
  /**
   * ARN patterns of the roles that deploy checked templates. They alone may configure what IAM cannot tell from a
   * cross-region setting: replication of buckets and file systems within the region.
   * @default - nobody
   */
  readonly deploymentRoles?: readonly string[];
  /**
   * Ids of accounts outside the organisation that may reach its resources where resource policies let them.
   * @default - none
   */
  readonly trustedAccounts?: readonly string[];
}
