import { type Trilean } from '../../model';
import { Elsewhere, holdsForEach, partsOf, Reference, type Value } from '../../template';
import { at, judge, NOT_APPLICABLE, type Expectation } from '../check';
import type { Rule } from '../rule';
import { isElevatedPolicy } from './elevated-policy';
import { asksForSecondFactor } from './second-factor';

/** Written for the role of one service or agent, or for auditors, who only look. */
const FOR_A_PURPOSE =
  /:policy\/(?:(?:aws-)?service-role\/.*|\w*ServiceRolePolicy\w*|SecurityAudit|job-function\/ViewOnlyAccess|AmazonSSMManagedInstanceCore|CloudWatchAgentServerPolicy)$/;

const ownPolicy: Expectation = {
  expected: 'policies of one’s own, or those of AWS for the role of a service',
  test: (value) => holdsForEach(value, isLimited),
};

/**
 * Policies of AWS speak of every resource, and AWS adds to them. Those for full access are left to a rule of their own. An
 * emergency role, which asks for a second factor, is not judged.
 */
export const iamNoBroadManagedPolicy: Rule = {
  id: 'iam-no-broad-managed-policy',
  control: 'IDN-04',
  severity: 'low',
  message: 'The identity’s rights are what AWS says, on every resource.',
  remediation: 'Write a policy with the actions and resources that are needed.',
  types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  scope: 'resource',
  evaluate: (resource) => {
    const found = at(resource.properties, 'ManagedPolicyArns[]').filter(
      ({ value }) => isElevatedPolicy(value) !== true,
    );
    return asksForSecondFactor(resource) ? NOT_APPLICABLE : judge(found, ownPolicy);
  },
};

function isLimited(value: Value | undefined): Trilean {
  if (value === undefined || value instanceof Reference || value instanceof Elsewhere) return true;
  const parts = partsOf(value) ?? [];
  const known = parts.filter((part) => typeof part === 'string').join('');
  if (/:iam::aws:policy\//.test(known)) return FOR_A_PURPOSE.test(known);
  return parts.every((part) => typeof part === 'string') || /:policy\//.test(known) ? true : 'unknown';
}
