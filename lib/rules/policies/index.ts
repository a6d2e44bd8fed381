import type { Rule } from '../rule';
import { accessWithinEstate } from './access-within-estate';
import { iotPolicyResourcesNamed } from './iot-policy-resources-named';
import { kmsServiceConditioned } from './kms-service-conditioned';
import { policyNoAllowNotAction } from './policy-no-allow-not-action';
import { policyNoAllowNotPrincipal } from './policy-no-allow-not-principal';
import { policyNoAllowNotResource } from './policy-no-allow-not-resource';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { resourcePolicyServiceConditioned } from './resource-policy-service-conditioned';

/** Rules of the family policies. */
export const policiesRules: readonly Rule[] = [
  accessWithinEstate,
  iotPolicyResourcesNamed,
  kmsServiceConditioned,
  policyNoAllowNotAction,
  policyNoAllowNotPrincipal,
  policyNoAllowNotResource,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
  resourcePolicyServiceConditioned,
];
