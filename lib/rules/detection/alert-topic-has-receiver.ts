import { and, or } from '../../model';
import { accompanied, companions, filled, guarded, inLandingZone, type Naming } from '../check';
import type { Rule } from '../rule';

const ALERTS: readonly Naming[] = [
  { type: 'AWS::CloudWatch::Alarm', path: 'AlarmActions[]' },
  { type: 'AWS::CloudWatch::CompositeAlarm', path: 'AlarmActions[]' },
  { type: 'AWS::Events::Rule', path: 'Targets[].Arn' },
];

/**
 * In a landing zone, where who is told stands in the templates. Outside of one a topic may be subscribed to by hand. That a
 * mailbox confirmed its subscription is not seen.
 */
export const alertTopicHasReceiver: Rule = {
  id: 'alert-topic-has-receiver',
  control: 'DET-05',
  message: 'Nobody receives what alarms and rules send to the topic.',
  remediation: 'Subscribe a mailbox, a queue or a function to the topic.',
  types: ['AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: guarded(
    (topic, context) =>
      and(
        inLandingZone(topic, context),
        or(...ALERTS.flatMap((by) => companions(context.graph, topic, by).map(({ certainty }) => certainty))),
      ),
    accompanied({
      namings: [{ type: 'AWS::SNS::Subscription', path: 'TopicArn' }],
      expected: 'a subscription',
      otherwise: ({ properties }) => filled.test(properties['Subscription']),
    }),
  ),
};
