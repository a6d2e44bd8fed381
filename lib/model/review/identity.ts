import type { ReviewPlace } from './place';

/** Who can do what matters most, and by which way they come to it. */
export interface IdentityReview {
  readonly paths: readonly PrivilegedPath[];
  readonly permissionSets: readonly PermissionSet[];
  /** Roles that organisation policies exempt by name, and who therefore can do what is denied to all others. */
  readonly exempted: readonly ExemptedRole[];
}

/** What a role can do that could undo the landing zone. */
export const PRIVILEGES = [
  'everything',
  'grant permissions',
  'change guardrails',
  'stop logging',
  'delete keys',
  'delete backups',
  'open the network',
] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** A role with such a privilege. */
export interface PrivilegedPath extends ReviewPlace {
  readonly name: string;
  readonly privileges: readonly { readonly privilege: Privilege; readonly answer: 'yes' | 'unknown' }[];
  readonly trust: readonly TrustStatement[];
  /** Policies that stand in no template, and on which more may depend. */
  readonly unread: readonly string[];
  /** Whether a permissions boundary limits it. */
  readonly bounded: boolean;
  readonly sessionHours?: number;
  /** Whether it is one that guardrails exempt. */
  readonly isExempt: boolean;
}

export interface TrustStatement {
  readonly who: readonly string[];
  readonly when: readonly string[];
}

/** A permission set of IAM Identity Center. */
export interface PermissionSet extends ReviewPlace {
  readonly name: string;
  /** ISO 8601 duration, as it stands. */
  readonly session?: string;
  readonly policies: readonly string[];
  /** To whom it is assigned, and in which account. */
  readonly assignments: readonly { readonly principal: string; readonly kind: string; readonly account: string }[];
}

export interface ExemptedRole {
  /** As policies name it. */
  readonly pattern: string;
  /** Policies that exempt it. */
  readonly policies: readonly string[];
}
