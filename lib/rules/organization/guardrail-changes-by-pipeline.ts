import { and } from '../../model';
import { guardrail, isForAll } from './guardrails';
import { conditionKeys, isDeny, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

/** Changes by which a person could give themselves what the pipeline has. */
const CHANGES = ['iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'];

/**
 * The statement may speak of guarded resources only, and exempts the roles that deploy by aws:PrincipalArn; one that
 * exempts nobody stops the pipeline too.
 */
export const guardrailChangesByPipeline: Rule = {
  id: 'guardrail-changes-by-pipeline',
  control: 'CHG-01',
  message: 'Anybody with enough rights in an account can change what only the pipeline may change.',
  remediation:
    'Attach a service control policy that denies changes to the roles of the platform unless aws:PrincipalArn is a role of the pipeline.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (anchor, context) =>
    CHANGES.map((action) =>
      guardrail(`a policy that denies ${action} to all but the roles that deploy`, (item) =>
        and(isDeny(item), speaksOf(item, action), isForAll(item), exemptsRoles(item)),
      )(anchor, context),
    ),
};

function exemptsRoles({ condition }: Statement): boolean {
  return conditionKeys(condition).some(({ key }) => key === 'aws:principalarn');
}
