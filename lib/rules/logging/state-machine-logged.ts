import { allOf, among, filled, property } from '../check';
import type { Rule } from '../rule';

const logs = (path: string): Rule['evaluate'] =>
  allOf(property(`${path}.Level`, among('ALL')), property(`${path}.Destinations`, filled));

/** Off unless it is asked for, in SAM by Logging. */
export const stateMachineLogged: Rule = {
  id: 'state-machine-logged',
  control: 'LOG-06',
  message: 'Executions of the state machine are not recorded.',
  remediation: 'Set LoggingConfiguration with Level ALL and a destination.',
  types: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  scope: 'resource',
  evaluate: (resource, context) =>
    logs(resource.type === 'AWS::Serverless::StateMachine' ? 'Logging' : 'LoggingConfiguration')(resource, context),
};
