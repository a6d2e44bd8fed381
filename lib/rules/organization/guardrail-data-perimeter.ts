import { and } from '../../model';
import { anyStatement, refuses } from './guardrails';
import { conditionKeys, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

/** An action of each service whose resources hold data, keys or messages. */
const SERVICES = ['s3:GetObject', 'kms:Decrypt', 'secretsmanager:GetSecretValue', 'sqs:ReceiveMessage'];

const perimeter = (action: string) =>
  anyStatement('resourceControl', `a policy that denies ${action} to outsiders`, (item) =>
    and(refuses(item), speaksOf(item, action), isOnOutsiders(item)),
  );

/**
 * Service control policies bind only the organisation’s own identities; resource control policies bind whoever
 * comes.
 */
export const guardrailDataPerimeter: Rule = {
  id: 'guardrail-data-perimeter',
  control: 'RES-14',
  message: 'A policy on one bucket, key or secret can let anybody outside the organisation in.',
  remediation:
    'Attach a resource control policy that denies s3, kms, secretsmanager and sqs to principals whose aws:PrincipalOrgID is another one, but for services of AWS.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (anchor, context) => SERVICES.map((action) => perimeter(action)(anchor, context)),
};

function isOnOutsiders({ condition }: Statement): boolean {
  return conditionKeys(condition).some(
    ({ operator, key }) => /^stringnot(equals|like)(ifexists)?$/.test(operator) && key === 'aws:principalorgid',
  );
}
