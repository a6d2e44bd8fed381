import { and, type Trilean } from '../../model';
import { asText } from '../../template';
import { guardrail, refuses } from './guardrails';
import { conditionKeys, includesText, type Statement } from '../policy';
import type { Rule } from '../rule';

/** The condition may exempt named roles besides. A region more than the profile allows fails. */
export const guardrailRegions: Rule = {
  id: 'guardrail-regions',
  control: 'RES-01',
  message: 'Data can be put into any region of AWS.',
  remediation:
    'Attach a service control policy that denies, by NotAction and StringNotEquals on aws:RequestedRegion, all outside the regions of the profile.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: guardrail(
    'a policy that denies every action outside the regions of the profile, but for global services',
    (item, { profile }) =>
      and(refuses(item), item.notActions.length > 0 || includesText(item.actions, '*'), outside(item, profile.regions)),
  ),
};

function outside({ condition }: Statement, regions: readonly string[]): Trilean {
  const others = conditionKeys(condition);
  const named = others.filter(({ operator, key }) => operator === 'stringnotequals' && key === 'aws:requestedregion');
  return named.some(
    ({ values }) => values.length > 0 && values.every((value) => regions.includes(asText(value) ?? '')),
  );
}
