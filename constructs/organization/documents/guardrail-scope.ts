/** Whom the generated guardrails exempt and what they protect; patterns match in any account of the organisation. */
export interface GuardrailScope {
  /** Partition of the organisation: `aws`, `aws-us-gov`, … or CDK's token for it. */
  readonly partition: string;
  /** ARN patterns of the emergency roles, `arn:<partition>:iam::*:role/<name>`. They are exempt from nearly everything. */
  readonly breakGlassRoles: readonly string[];
  /** ARN patterns of the roles that deploy the landing zone. They may change what they made, but not destroy it. */
  readonly platformRoles: readonly string[];
  /**
   * ARN patterns of roles that only the platform and break-glass may change.
   * @default - the two lists above
   */
  readonly protectedRoles?: readonly string[];
  /**
   * Beginning of the names of the landing zone's own resources (`hk-government` protects `hk-government-*`).
   * @default - no resource is protected by its name
   */
  readonly resourcePrefix?: string;
  /**
   * Beginning of the policies' names.
   * @default 'lionrock'
   */
  readonly namePrefix?: string;
}

/**
 * Checks that every exemption names roles, and not everybody.
 * @throws Error when a pattern is not a role of the partition, is open to nearly all names, or no emergency role is named.
 */
export function assertScope(scope: GuardrailScope): void {
  if (scope.breakGlassRoles.length === 0) {
    throw new Error('found no breakGlassRoles: expected at least one role pattern, or nobody could undo a mistake');
  }
  const patterns = [...scope.breakGlassRoles, ...scope.platformRoles, ...(scope.protectedRoles ?? [])];
  for (const pattern of patterns) assertRolePattern(scope.partition, pattern);
}

function assertRolePattern(partition: string, pattern: string): void {
  const prefix = `arn:${partition}:iam::`;
  const [account = '', name = ''] = pattern.startsWith(prefix) ? split(pattern.slice(prefix.length)) : [];
  const literal = name.replaceAll(/[*?/]/g, '');
  if (!/^(\*|\d{12})$/.test(account) || literal.length < 3) {
    throw new Error(
      `found role pattern "${pattern}": expected ${prefix}*:role/<name> with at least three fixed characters in the name; name the role instead of matching all of them`,
    );
  }
}

function split(rest: string): [string, string] {
  const [account = '', resource = ''] = rest.split(/:(.*)/s);
  return [account, resource.startsWith('role/') ? resource.slice('role/'.length) : ''];
}
