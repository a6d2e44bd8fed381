import { and, or, type Trilean } from '../../model';
import type { Profile } from '../../profiles';
import { asText } from '../../template';
import { conditionKeys, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';
import { guardrail, isForAll, refuses } from './guardrails';

/**
 * A rule's predicate: an action that is called at home and moves something elsewhere is refused, to all but named roles, or
 * where its key (in lower case) names another region than those of the profile. Who is at home may call it: a refusal by
 * aws:RequestedRegion does not stop it.
 */
export function refusedAbroad(action: string, key: string): Rule['evaluate'] {
  return guardrail(`a policy that denies ${action}, or denies it towards other regions`, (item, { profile }) =>
    and(refuses(item), speaksOf(item, action), or(isForAll(item), isTowardsOthers(item, key, profile))),
  );
}

function isTowardsOthers({ condition }: Statement, key: string, { regions }: Profile): Trilean {
  const isHome = (text: string) => regions.some((region) => text === region || text.includes(`:${region}:`));
  const keys = conditionKeys(condition);
  return (
    keys.every((one) => one.key === key || one.key === 'aws:principalarn') &&
    keys.some(
      ({ key: name, operator, values }) =>
        name === key && /not/.test(operator) && values.every((value) => isHome(asText(value) ?? '')),
    )
  );
}
