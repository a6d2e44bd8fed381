import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/**
 * Not set keeps for ever, which nobody decided and no policy of disposal allows: it has to be said. The profile’s
 * period for application logs is the least for all.
 */
export const logGroupRetention: Rule = {
  id: 'log-group-retention',
  control: 'LOG-03',
  message: 'The log group does not say that it keeps its logs as long as the profile asks.',
  remediation: 'Set RetentionInDays to the period of the profile or more.',
  types: ['AWS::Logs::LogGroup'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const days = context.profile.retentionDays.application.value ?? 0;
    return property('RetentionInDays', atLeast(days, 'days'))(resource, context);
  },
};
