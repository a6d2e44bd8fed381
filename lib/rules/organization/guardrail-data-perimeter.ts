import type { Rule } from '../rule';
import { proved } from './proved';

/** An action of each service whose resources hold data, keys or messages. */
const SERVICES = ['s3:GetObject', 'kms:Decrypt', 'secretsmanager:GetSecretValue', 'sqs:ReceiveMessage'];

/**
 * Service control policies bind only the organisation’s own identities; resource control policies bind whoever
 * comes, also from an account of no organisation.
 */
export const guardrailDataPerimeter: Rule = {
  id: 'guardrail-data-perimeter',
  control: 'RES-14',
  message: 'A policy on one bucket, key or secret can let anybody outside the organisation in.',
  remediation:
    'Attach a resource control policy that denies s3, kms, secretsmanager and sqs to principals whose aws:PrincipalOrgID is another one, but for services of AWS.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: proved((guardrails) => SERVICES.map((action) => guardrails.outsidersCannot(action))),
};
