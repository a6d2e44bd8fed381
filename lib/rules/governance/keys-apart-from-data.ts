import { arnOf, asText, Reference, Unknown, type Resource, type Template, type Value } from '../../template';
import type { Trilean } from '../../model';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { levelOf, reaches } from './levels';
import { KEY_PATHS, keysOf } from './store-keys';

/** Level from which keys must live elsewhere. G3 12.1(b). */
const LOWEST = 'CONFIDENTIAL';

const EXPECTED = 'a key of another account';

/** Judged in templates that say that their account holds such information; whether there is a key is another rule’s question. */
export const keysApartFromData: Rule = {
  id: 'keys-apart-from-data',
  control: 'KEY-03',
  message: 'The key lives in the account whose data it encrypts: who takes over the account has both.',
  remediation: 'Use a key of an account that holds keys only, by its ARN.',
  types: Object.keys(KEY_PATHS),
  scope: 'resource',
  evaluate: (resource, context) => {
    const { profile } = context;
    const level = levelOf(resource.template.claims?.marker?.classification ?? '', profile);
    const lowest = levelOf(LOWEST, profile);
    if (level === undefined || lowest === undefined || !reaches(level, lowest, profile)) return NOT_APPLICABLE;
    const results = keysOf(resource).map((found): RuleResult => {
      const isApart = standsElsewhere(found.value, resource, context);
      if (isApart === 'unknown') return unknown(found, EXPECTED);
      return isApart ? pass(found, EXPECTED) : fail(found, EXPECTED);
    });
    return results.length > 0 ? results : NOT_APPLICABLE;
  },
};

function standsElsewhere(key: Value | undefined, { template }: Resource, { graph }: RuleContext): Trilean {
  if (key instanceof Reference) {
    const made = graph.follow(key);
    return made ? accountOf(made.template) !== accountOf(template) : 'unknown';
  }
  const account = arnOf(key)?.account;
  if (account instanceof Unknown) return account.source === 'AWS::AccountId' ? false : 'unknown';
  if (account !== undefined) return template.account === undefined ? 'unknown' : asText(account) !== template.account;
  // An id or alias without account names a key of the own one.
  return key instanceof Unknown ? 'unknown' : false;
}

function accountOf({ account, claims }: Template): string | undefined {
  return account ?? claims?.marker?.account;
}
