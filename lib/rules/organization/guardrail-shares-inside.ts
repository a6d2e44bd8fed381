import type { Rule } from '../rule';
import { nobodyCanWith } from './proved';

/** A policy that denies ram:CreateResourceShare altogether counts too. */
export const guardrailSharesInside: Rule = {
  id: 'guardrail-shares-inside',
  control: 'RES-17',
  message: 'A member account can share resources with accounts outside the organisation.',
  remediation:
    'Attach a service control policy that denies ram:CreateResourceShare when ram:RequestedAllowsExternalPrincipals is true.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: nobodyCanWith('ram:CreateResourceShare', {
    keys: { 'ram:requestedallowsexternalprincipals': ['true'] },
  }),
};
