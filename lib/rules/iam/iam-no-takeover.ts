import { and, forSome, not } from '../../model';
import {
  forbid,
  hasCondition,
  IDENTITY_POLICY_TYPES,
  identityDocuments,
  includesText,
  isAllow,
  onEverything,
  speaksOf,
} from '../policy';
import type { Rule } from '../rule';

/** Each of these lets its holder run a program of its own with the rights of what is there already. */
const TAKEOVERS = [
  'cloudformation:SetStackPolicy',
  'cloudformation:UpdateStack',
  'codebuild:UpdateProject',
  'datapipeline:PutPipelineDefinition',
  'ec2-instance-connect:SendSSHPublicKey',
  'ec2:ModifyInstanceAttribute',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'ecs:ExecuteCommand',
  'glue:UpdateDevEndpoint',
  'glue:UpdateJob',
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'sagemaker:CreatePresignedDomainUrl',
  'sagemaker:CreatePresignedNotebookInstanceUrl',
  'ssm:SendCommand',
  'ssm:StartSession',
  'states:UpdateStateMachine',
];

/**
 * A step of privilege escalation without any right on identities: whoever may change the code of a function, or command
 * an instance, has the rights of its role. Source of the list: public research on escalation in AWS accounts.
 */
export const iamNoTakeover: Rule = {
  id: 'iam-no-takeover',
  control: 'IDN-04',
  message:
    'Whoever has the policy can run programs with the rights of every function, build or instance of the account.',
  remediation: 'Limit these actions to named resources, or by a condition on their tags.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'no command over what runs with the rights of others',
    is: (item) =>
      and(isAllow(item), onEverything(item), not(includesText(item.actions, '*')), not(hasCondition(item)), () =>
        forSome(TAKEOVERS, (action) => speaksOf(item, action)),
      ),
  }),
};
