import { noneOf, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set sends the sessions to where the container logs; NONE sends them nowhere. */
export const execSessionsLogged: Rule = {
  id: 'exec-sessions-logged',
  control: 'LOG-06',
  message: 'Commands that people run in containers are not recorded.',
  remediation: 'Leave ExecuteCommandConfiguration.Logging at DEFAULT, or set OVERRIDE with a log group or bucket.',
  types: ['AWS::ECS::Cluster'],
  scope: 'resource',
  evaluate: property('Configuration.ExecuteCommandConfiguration.Logging', orAbsent(noneOf('NONE'))),
};
