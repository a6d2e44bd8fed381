import type { PolicyDocument } from './document';

/**
 * The policies of a request. Organisation policies stand by level, from the root over the units down to the account;
 * every level must allow, so that FullAWSAccess has to be listed where it is attached.
 */
export interface Policies {
  /**
   * Service control policies of the principal's account.
   * @default - the account is in no organisation, or has none enabled
   */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[];
  /**
   * Resource control policies of the resource's account. AWS attaches RCPFullAWSAccess to each level and lets nobody
   * detach it, so it need not be listed.
   * @default - none
   */
  readonly resourceControl?: readonly (readonly PolicyDocument[])[];
  /**
   * Policies of the role or user, and of the user's groups.
   * @default - none, which allows nothing
   */
  readonly identity?: readonly PolicyDocument[];
  /** @default - the principal has no permissions boundary */
  readonly boundary?: PolicyDocument;
  /** @default - no session policy was passed */
  readonly session?: readonly PolicyDocument[];
  /** @default - the resource has no policy of its own */
  readonly resource?: PolicyDocument;
}
