import { and, or, type Trilean } from '../../model';
import { asText } from '../../template';
import { guardrail, isForAll, refuses } from './guardrails';
import { conditionKeys, speaksOf, type Statement } from '../policy';
import type { Rule, RuleContext } from '../rule';

/** Calls of global services by which data or keys can be put elsewhere. */
const MOVING = [
  'cloudfront:CreateDistribution',
  'globalaccelerator:CreateAccelerator',
  'kms:CreateKey',
  'networkmanager:CreateCoreNetwork',
  's3:CreateMultiRegionAccessPoint',
];

/**
 * A guardrail on regions must exempt global services, and so exempts also what these can move. Each such call must be
 * refused by some statement: by the one on regions itself, which does not exempt it, or by another, to all but named
 * roles or outside of the regions.
 */
export const guardrailExemptionsNarrowed: Rule = {
  id: 'guardrail-exemptions-narrowed',
  control: 'RES-02',
  message: 'The guardrail on regions exempts a global service that can move data out of them.',
  remediation: 'Deny the exempted calls that move data again, by a second statement.',
  types: ['AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (anchor, context) =>
    MOVING.map((action) =>
      guardrail(`a policy that denies ${action}, or denies it outside of the regions`, (item) =>
        and(refuses(item), speaksOf(item, action), or(isForAll(item), isOnRegions(item, context))),
      )(anchor, context),
    ),
};

/** Refuses outside of named regions; named roles may be exempt. */
function isOnRegions({ condition }: Statement, { profile }: RuleContext): Trilean {
  const keys = conditionKeys(condition);
  const onRegion = keys.filter(({ key }) => key === 'aws:requestedregion');
  const others = keys.filter(({ key }) => key !== 'aws:requestedregion' && key !== 'aws:principalarn');
  return (
    others.length === 0 &&
    onRegion.some(
      ({ operator, values }) =>
        operator === 'stringnotequals' && values.every((value) => profile.regions.includes(asText(value) ?? '')),
    )
  );
}
