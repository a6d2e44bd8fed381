import { and, or } from '../../model';
import { accompanied, filled, guarded, inLandingZone, isNotFalse, type Naming } from '../check';
import type { Resource } from '../../template';
import type { Rule } from '../rule';

/** What acts on the state of an alarm that has no action of its own. */
const WATCHERS: readonly Naming[] = [
  { type: 'AWS::CloudWatch::CompositeAlarm', path: 'AlarmRule', name: 'AlarmName' },
  { type: 'AWS::CodeDeploy::DeploymentGroup', path: 'AlarmConfiguration.Alarms[].Name', name: 'AlarmName' },
  { type: 'AWS::ECS::Service', path: 'DeploymentConfiguration.Alarms.AlarmNames[]', name: 'AlarmName' },
  { type: 'AWS::AppConfig::Environment', path: 'Monitors[].AlarmArn' },
  { type: 'AWS::Route53::HealthCheck', path: 'HealthCheckConfig.AlarmIdentifier.Name', name: 'AlarmName' },
];

/** In a landing zone, where who is told stands in the templates. Outside of one an alarm may be there to be looked at. */
export const alarmHasAction: Rule = {
  id: 'alarm-has-action',
  control: 'DET-05',
  message: 'The alarm changes its state, and nothing happens.',
  remediation: 'Name a topic in AlarmActions, and leave ActionsEnabled as it is; or let a composite alarm watch it.',
  types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  scope: 'resource',
  evaluate: guarded(
    inLandingZone,
    accompanied({ namings: WATCHERS, expected: 'an action, or something that watches the alarm', otherwise: acts }),
  ),
};

function acts({ properties }: Resource) {
  const actions = ['AlarmActions', 'OKActions', 'InsufficientDataActions'].map((name) => filled.test(properties[name]));
  return and(or(...actions), isNotFalse.test(properties['ActionsEnabled']));
}
