import { and, forAll, forSome, not, or, type Trilean } from '../../model';
import { holdsForAll, textIncludes, type Value } from '../../template';
import { conditionKeys, forbid, isAllow, TRUST_POLICY_TYPES, trustDocuments, type Statement } from '../policy';
import type { Rule } from '../rule';

/** Providers that give a token to anybody with an account: the audience is the same for all of them. */
const PUBLIC = [
  'token.actions.githubusercontent.com',
  'gitlab.com',
  'app.terraform.io',
  'oidc.circleci.com',
  'api.bitbucket.org',
  'agent.buildkite.com',
];

const POSITIVE = /^(foranyvalue:)?string(equals|equalsignorecase|like)$/;

/** An asterisk before, or in place of, the owner of the project: anybody can have a project of that name. */
const ANYBODY = /^(\*|[\w-]+:\*).*$/;

/**
 * Of a public provider the subject says whose project asks, and has to be named. Its audience, or an asterisk in place of
 * the owner, lets every project of the world in.
 */
export const iamWebIdentitySubjectNamed: Rule = {
  id: 'iam-web-identity-subject-named',
  control: 'IDN-06',
  severity: 'critical',
  message: 'Any project of a public code host can take the role.',
  remediation: 'Add a condition on the provider’s sub with owner and project, for example repo:OWNER/PROJECT:*.',
  types: TRUST_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: trustDocuments,
    expected: 'a condition on the subject that names the owner',
    is: (item) => and(isAllow(item), isFromPublic(item), () => not(namesSubject(item))),
  }),
};

function isFromPublic({ principals }: Statement): Trilean {
  const federated = principals.filter(({ kind }) => kind === 'Federated');
  return or(...federated.flatMap(({ name }) => PUBLIC.map((provider) => textIncludes(name, provider) === true)));
}

function namesSubject({ condition }: Statement): Trilean {
  return holdsForAll(condition, hasSubject);
}

function hasSubject(condition: Value | undefined): Trilean {
  const subjects = conditionKeys(condition).filter(
    ({ operator, key }) => POSITIVE.test(operator) && key.endsWith(':sub'),
  );
  return forSome(subjects, ({ values }) => forAll(values, isNamed));
}

function isNamed(value: Value): Trilean {
  return typeof value === 'string' ? !ANYBODY.test(value) : 'unknown';
}
