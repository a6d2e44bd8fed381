import type { Rule } from '../rule';
import { iotPolicyResourcesNamed } from './iot-policy-resources-named';
import { policyNoAllowNotAction } from './policy-no-allow-not-action';
import { policyNoAllowNotPrincipal } from './policy-no-allow-not-principal';
import { policyNoAllowNotResource } from './policy-no-allow-not-resource';
import { resourcePolicyActionsNamed } from './resource-policy-actions-named';
import { resourcePolicyNotPublic } from './resource-policy-not-public';

/** Rules of the family policies. */
export const policiesRules: readonly Rule[] = [
  iotPolicyResourcesNamed,
  policyNoAllowNotAction,
  policyNoAllowNotPrincipal,
  policyNoAllowNotResource,
  resourcePolicyActionsNamed,
  resourcePolicyNotPublic,
];
