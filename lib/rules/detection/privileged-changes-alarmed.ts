import { forAll, or, type Trilean } from '../../model';
import type { Rule, RuleContext } from '../rule';
import { alarmsOn } from './alarms-on';

/** Calls that stand for each topic: the service that is called, and what is asked of it. */
const TOPICS: Readonly<Record<string, { readonly service: string; readonly calls: readonly string[] }>> = {
  IAM: { service: 'iam', calls: ['AttachRolePolicy', 'PutRolePolicy'] },
  keys: { service: 'kms', calls: ['DisableKey', 'ScheduleKeyDeletion'] },
  network: { service: 'ec2', calls: ['AuthorizeSecurityGroupIngress', 'CreateRoute'] },
  trails: { service: 'cloudtrail', calls: ['DeleteTrail', 'StopLogging'] },
  organisation: { service: 'organizations', calls: ['AttachPolicy', 'DetachPolicy'] },
};

/** Runs where the unit has the trail from which alarms are raised. */
export const privilegedChangesAlarmed: Rule = {
  id: 'privileged-changes-alarmed',
  control: 'DET-04',
  message: 'Nobody is told when rights, keys, networks, trails or the organisation are changed.',
  remediation:
    'Add metric filters with alarms to the log group of the trail, or rules of EventBridge, for the calls of each topic.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'estate',
  evaluate: (_anchor, context) => {
    const judged = Object.entries(TOPICS).map(([topic, { service, calls }]) => ({
      topic,
      is: forAll(calls, (call) => isAlarmed(service, call, context)),
    }));
    const topics = (is: Trilean) => judged.filter((item) => item.is === is).map(({ topic }) => topic);
    const all = forAll(judged, ({ is }) => is);
    const property = 'Properties';
    const expected = `an alarm on changes to ${Object.keys(TOPICS).join(', ')}`;
    if (all === true) return { status: 'pass', property, observed: topics(true), expected };
    if (all === false) return { status: 'fail', property, observed: { notAlarmed: topics(false) }, expected };
    const because = `what raises an alarm on ${topics('unknown').join(', ')} is decided at deployment`;
    return { status: 'unknown', property, expected, because };
  },
};

function isAlarmed(service: string, call: string, context: RuleContext): Trilean {
  return or(...alarmsOn(service, call, context));
}
