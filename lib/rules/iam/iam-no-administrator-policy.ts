import { not, type Trilean } from '../../model';
import { Elsewhere, holdsForEach, isMap, Reference, type Value } from '../../template';
import { at, judge, NOT_APPLICABLE, type Expectation } from '../check';
import type { Rule } from '../rule';
import { isElevatedName, isElevatedPolicy } from './elevated-policy';
import { asksForSecondFactor } from './second-factor';

const limited: Expectation = {
  expected: 'no policy of AWS for administration or a whole service',
  test: (value) => holdsForEach(value, isLimited),
};

/** SAM takes names beside ARNs. */
const limitedByName: Expectation = {
  ...limited,
  test: (value) => holdsForEach(value, (option) => !isElevatedName(option) && isLimited(option)),
};

/** Where policies of AWS are named; beside them SAM lists documents and templates of policies. */
const PATHS: Readonly<Record<string, string>> = {
  'AWS::SSO::PermissionSet': 'ManagedPolicies[]',
  'AWS::Serverless::Function': 'Policies[]',
  'AWS::Serverless::StateMachine': 'Policies[]',
};

/**
 * AdministratorAccess, PowerUserAccess, IAMFullAccess and other …FullAccess policies of AWS. A role that can be
 * taken only with a second factor is an emergency role (IDN-08) and is not judged.
 */
export const iamNoAdministratorPolicy: Rule = {
  id: 'iam-no-administrator-policy',
  control: 'IDN-04',
  message: 'The identity gets full administration, or all of a service, by a policy of AWS.',
  remediation: 'Write a policy with the actions and resources that are needed.',
  types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', ...Object.keys(PATHS)],
  scope: 'resource',
  evaluate: (resource) => {
    const named = at(resource.properties, PATHS[resource.type] ?? 'ManagedPolicyArns[]');
    const found = named.filter(({ value }) => !isMap(value));
    const expectation = resource.type.startsWith('AWS::Serverless::') ? limitedByName : limited;
    return asksForSecondFactor(resource) ? NOT_APPLICABLE : judge(found, expectation);
  },
};

function isLimited(value: Value | undefined): Trilean {
  if (value === undefined || value instanceof Reference || value instanceof Elsewhere) return true;
  return not(isElevatedPolicy(value));
}
