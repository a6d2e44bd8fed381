import { POLICY_BROADENED } from '../../claims';
import { less, notExtended, off, present, ranked } from '../scales';
import { named, type Direction } from './direction';

/** Nobody gets more rights than before. */
export const PERMITTING: readonly Direction[] = [
  {
    property: named(
      'ManagedPolicyArns',
      'PolicyArns',
      'ManagedPolicies',
      'CustomerManagedPolicyReferences',
      'AllowedPrincipals',
      'AccountIds',
      'Principals',
      'LaunchPermissions',
      'AllowedOAuthFlows',
    ),
    weaker: notExtended,
    rule: POLICY_BROADENED,
  },
  { property: named('PermissionsBoundary'), weaker: present, rule: POLICY_BROADENED },
  {
    property: named(
      'AllowExternalPrincipals',
      'AllowUnauthenticatedIdentities',
      'Privileged',
      'PrivilegedMode',
      'BypassPolicyLockoutSafetyCheck',
    ),
    weaker: off,
    rule: POLICY_BROADENED,
  },
  {
    property: named('AuthType', 'AuthorizationType', 'AuthenticationType'),
    weaker: (before, after) => before !== undefined && before !== 'NONE' && (after === 'NONE' || after === undefined),
    rule: POLICY_BROADENED,
  },
  { property: named('MaxSessionDuration'), weaker: less(3600), rule: POLICY_BROADENED },
  {
    property: named('AccessControl'),
    types: /^AWS::S3::Bucket$/,
    weaker: ranked(['PublicReadWrite', 'PublicRead', 'AuthenticatedRead', 'Private'], 'Private'),
    rule: POLICY_BROADENED,
  },
  {
    property: /OwnershipControls\.Rules\.ObjectOwnership$/,
    weaker: ranked(['ObjectWriter', 'BucketOwnerPreferred', 'BucketOwnerEnforced'], 'BucketOwnerEnforced'),
    rule: POLICY_BROADENED,
  },
  {
    property: named('WebsiteConfiguration'),
    weaker: (before, after) => before === undefined && after !== undefined,
    rule: POLICY_BROADENED,
  },
  {
    property: named('State'),
    types: /^AWS::EC2::SnapshotBlockPublicAccess$/,
    weaker: ranked(['unblocked', 'block-new-sharing', 'block-all-sharing']),
    rule: POLICY_BROADENED,
  },
  { property: named('MfaConfiguration'), weaker: ranked(['OFF', 'OPTIONAL', 'ON']), rule: POLICY_BROADENED },
];
