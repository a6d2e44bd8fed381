import type { Rule } from '../rule';
import { refusedAbroad } from './refused-abroad';

/** The material of the key is then in the other region, whatever was encrypted with it. */
export const guardrailNoKeyReplicas: Rule = {
  id: 'guardrail-no-key-replicas',
  control: 'RES-04',
  message: 'A multi-region key can be replicated to another region.',
  remediation:
    'Attach a service control policy that denies kms:ReplicateKey where kms:ReplicaRegion is another region.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: refusedAbroad('kms:ReplicateKey', 'kms:replicaregion', { isList: false }),
};
