import { and, forSome, or, type Trilean } from '../../model';
import { type Resource, type Value } from '../../template';
import { among, at, companions, everyAccount, filled, noneOf, referred, some } from '../check';
import type { Rule, RuleContext } from '../rule';

const RULE = 'AWS::Events::Rule';
const WATCHING = ['AWS::GuardDuty::Detector', 'AWS::SecurityHub::Hub', 'AWS::SecurityHub::HubV2'];

const ofFindings = some(among('aws.guardduty', 'aws.securityhub'));
const notDisabled = noneOf('DISABLED');

/**
 * A target that is no topic, or stands elsewhere, is taken to reach somebody; a topic of the unit needs a subscription.
 * An organisation with a delegated administrator may route findings from one account for all.
 */
export const findingsReachPeople: Rule = {
  id: 'findings-reach-people',
  control: 'DET-05',
  message: 'Findings of threat detection and posture are sent to nobody.',
  remediation: 'Route findings of aws.guardduty and aws.securityhub by a rule to a topic that somebody subscribes to.',
  types: [...WATCHING],
  scope: 'estate',
  evaluate: everyAccount({
    types: [RULE],
    expected: 'a rule that routes findings to a topic with a subscription',
    is: routesFindings,
    where: (resources) => resources.some(({ type }) => WATCHING.includes(type)),
    together: (context) => {
      const isDelegated = context.graph.ofType('AWS::SecurityHub::DelegatedAdmin').length > 0;
      return and(
        isDelegated,
        forSome(context.graph.ofType(RULE), (rule) => routesFindings(rule, context)),
      );
    },
  }),
};

function routesFindings({ properties }: Resource, context: RuleContext): Trilean {
  const [source] = at(properties['EventPattern'], 'source');
  const targets = at(properties, 'Targets[].Arn').map(({ value }) => reaches(value, context));
  return and(ofFindings.test(source?.value), notDisabled.test(properties['State']), or(...targets));
}

function reaches(arn: Value | undefined, { graph }: RuleContext): Trilean {
  const topic = referred(arn, graph);
  if (topic?.type !== 'AWS::SNS::Topic') return arn !== undefined;
  const named = companions(graph, topic, { type: 'AWS::SNS::Subscription', path: 'TopicArn' });
  return or(filled.test(topic.properties['Subscription']), ...named.map(({ certainty }) => certainty));
}
