import type { Rule } from '../rule';
import { breakGlassUseAlarmed } from './break-glass-use-alarmed';
import { externalAccessFound } from './external-access-found';
import { iamActionsNamed } from './iam-actions-named';
import { iamCredentialsLimited } from './iam-credentials-limited';
import { iamFederatedTrustConditioned } from './iam-federated-trust-conditioned';
import { iamGroupHasMembers } from './iam-group-has-members';
import { iamGroupWithoutInlinePolicies } from './iam-group-without-inline-policies';
import { iamNoAccessKeys } from './iam-no-access-keys';
import { iamNoAdministratorPolicy } from './iam-no-administrator-policy';
import { iamNoBroadManagedPolicy } from './iam-no-broad-managed-policy';
import { iamNoEscalation } from './iam-no-escalation';
import { iamNoFullAdministration } from './iam-no-full-administration';
import { iamNoPermissionsOnSharedResources } from './iam-no-permissions-on-shared-resources';
import { iamNoTakeover } from './iam-no-takeover';
import { iamPassRoleLimited } from './iam-pass-role-limited';
import { iamPolicyWithoutUsers } from './iam-policy-without-users';
import { iamResourcesNamed } from './iam-resources-named';
import { iamTrustActionsNamed } from './iam-trust-actions-named';
import { iamTrustNotEverybody } from './iam-trust-not-everybody';
import { iamTrustOtherAccountConditioned } from './iam-trust-other-account-conditioned';
import { iamUserCannotSignIn } from './iam-user-cannot-sign-in';
import { iamUserInGroup } from './iam-user-in-group';
import { iamUserWithoutPolicies } from './iam-user-without-policies';
import { iamWebIdentitySubjectNamed } from './iam-web-identity-subject-named';
import { permissionSetSessionShort } from './permission-set-session-short';
import { unusedAccessFound } from './unused-access-found';
import { workloadRoleHasBoundary } from './workload-role-has-boundary';

/** Rules of the family iam. */
export const iamRules: readonly Rule[] = [
  breakGlassUseAlarmed,
  externalAccessFound,
  iamActionsNamed,
  iamCredentialsLimited,
  iamFederatedTrustConditioned,
  iamGroupHasMembers,
  iamGroupWithoutInlinePolicies,
  iamNoAccessKeys,
  iamNoAdministratorPolicy,
  iamNoBroadManagedPolicy,
  iamNoEscalation,
  iamNoFullAdministration,
  iamNoPermissionsOnSharedResources,
  iamNoTakeover,
  iamPassRoleLimited,
  iamPolicyWithoutUsers,
  iamResourcesNamed,
  iamTrustActionsNamed,
  iamTrustNotEverybody,
  iamTrustOtherAccountConditioned,
  iamUserCannotSignIn,
  iamUserInGroup,
  iamUserWithoutPolicies,
  iamWebIdentitySubjectNamed,
  permissionSetSessionShort,
  unusedAccessFound,
  workloadRoleHasBoundary,
];
