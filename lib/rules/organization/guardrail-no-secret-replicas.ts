import type { Rule } from '../rule';
import { refusedAbroad } from './refused-abroad';

/** What the templates of the estate replicate is judged by them; this is about everybody else. */
export const guardrailNoSecretReplicas: Rule = {
  id: 'guardrail-no-secret-replicas',
  control: 'RES-05',
  message: 'A secret can be replicated to another region.',
  remediation:
    'Attach a service control policy that denies secretsmanager:ReplicateSecretToRegions towards other regions.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: refusedAbroad('secretsmanager:ReplicateSecretToRegions', 'secretsmanager:addreplicaregions', {
    isList: true,
  }),
};
