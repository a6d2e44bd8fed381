import { and, forSome, not, type Trilean } from '../../model';
import { arnOf, asText, Unknown, type Template, type Value } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import { isAllow, policyDocument } from '../policy';
import type { Rule, RuleResult } from '../rule';

const DELEGATION = 'AWS::SecurityHub::DelegatedAdmin';
const POLICY = 'AWS::Organizations::ResourcePolicy';

const EXPECTED = 'an account other than the management account';

/**
 * Both types are made in the management account only, which is hence the account of the template. A delegation to an
 * account that only the deployment names is unknown.
 */
export const delegatedAdministratorElsewhere: Rule = {
  id: 'delegated-administrator-elsewhere',
  control: 'GOV-07',
  message: 'A security service of the organisation is administered from its management account.',
  remediation: 'Delegate the administration to an account of its own, such as audit.',
  types: [DELEGATION, POLICY],
  scope: 'resource',
  evaluate: ({ type, properties, template }) =>
    type === DELEGATION
      ? judgeAccount(properties['AdminAccountId'], template)
      : judgePolicy(properties['Content'], template),
};

function judgeAccount(value: Value | undefined, template: Template): RuleResult {
  const found = { path: 'AdminAccountId', value };
  const isOwn = isOwnAccount(value, template);
  if (isOwn === 'unknown') return unknown(found, EXPECTED);
  return isOwn ? fail(found, EXPECTED) : pass(found, EXPECTED);
}

/** A policy that allows nobody delegates nothing. */
function judgePolicy(value: Value | undefined, template: Template): RuleResult {
  const { statements, unresolved } = policyDocument(value, 'Content');
  const found = { path: 'Content', value };
  const [open] = unresolved;
  if (open) return unknown({ path: 'Content', value: open }, EXPECTED);
  const allowed = statements.filter((item) => isAllow(item) !== false).flatMap(({ principals }) => principals);
  if (allowed.length === 0) return NOT_APPLICABLE;
  const own = allowed.map(({ name }) => isOwnAccount(arnOf(name)?.account ?? name, template));
  const elsewhere = forSome(own, not);
  if (elsewhere === 'unknown')
    return { ...unknown(found, EXPECTED), because: 'whom the policy lets administer is named at deployment' };
  return elsewhere ? pass(found, EXPECTED) : fail(found, EXPECTED);
}

/** The pseudo parameter stands for the account of the stack. */
function isOwnAccount(value: Value | undefined, { account }: Template): Trilean {
  if (value instanceof Unknown) return value.source === 'AWS::AccountId' ? true : 'unknown';
  const text = asText(value);
  if (text === undefined) return 'unknown';
  return and(account !== undefined, text === account);
}
