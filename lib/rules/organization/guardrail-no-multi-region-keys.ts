import type { Rule } from '../rule';
import { nobodyCanWith } from './proved';

/** A policy that denies kms:CreateKey altogether counts too. */
export const guardrailNoMultiRegionKeys: Rule = {
  id: 'guardrail-no-multi-region-keys',
  control: 'RES-04',
  message: 'Keys can be made whose material may be copied to other regions.',
  remediation: 'Attach a service control policy that denies kms:CreateKey when kms:MultiRegion is true.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCanWith('kms:CreateKey', { keys: { 'kms:multiregion': ['true'] } }),
};
