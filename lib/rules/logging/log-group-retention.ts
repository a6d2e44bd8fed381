import { at, atLeast, judge, NOT_APPLICABLE, orAbsent } from '../check';
import type { Rule } from '../rule';

/**
 * The profile’s period for application logs is the least for all. Not set keeps for ever, which is long enough: that
 * nobody decided it is told by log-group-lifetime-declared.
 */
export const logGroupRetention: Rule = {
  id: 'log-group-retention',
  control: 'LOG-03',
  message: 'The log group does not say that it keeps its logs as long as the profile asks.',
  remediation: 'Set RetentionInDays to the period of the profile or more.',
  types: ['AWS::Logs::LogGroup'],
  scope: 'resource',
  evaluate: ({ properties }, { profile }) => {
    if (properties['RetentionInDays'] === undefined) return NOT_APPLICABLE;
    const days = profile.retentionDays.application.value ?? 0;
    return judge(at(properties, 'RetentionInDays'), orAbsent(atLeast(days, 'days')));
  },
};
