import { forSome, type Trilean } from '../../model';
import { arnOf, asText, Reference, type Value } from '../../template';
import { at, guarded, noneOf, orAbsent, property } from '../check';
import type { Rule, RuleContext } from '../rule';

/** A rule that was switched off and left in place looks like one that watches. Schedules alert of nothing. */
export const alertRuleEnabled: Rule = {
  id: 'alert-rule-enabled',
  control: 'DET-04',
  message: 'A rule that sends events to an alert topic is switched off.',
  remediation: 'Set State to ENABLED, or remove the rule.',
  types: ['AWS::Events::Rule'],
  scope: 'resource',
  evaluate: guarded(
    ({ properties }, context) =>
      properties['EventPattern'] !== undefined &&
      forSome(at(properties, 'Targets[].Arn'), ({ value }) => isTopic(value, context)),
    property('State', orAbsent(noneOf('DISABLED'))),
  ),
};

function isTopic(arn: Value | undefined, { graph }: RuleContext): Trilean {
  if (arn instanceof Reference) return graph.follow(arn)?.type === 'AWS::SNS::Topic';
  return asText(arnOf(arn)?.service) === 'sns';
}
