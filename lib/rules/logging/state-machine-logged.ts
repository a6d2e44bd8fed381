import { all, among, at, field, filled, judge } from '../check';
import type { Rule } from '../rule';

const logged = all(field('Level', among('ALL')), field('Destinations', filled));

/** Off unless it is asked for, in SAM by Logging. */
export const stateMachineLogged: Rule = {
  id: 'state-machine-logged',
  control: 'LOG-06',
  message: 'Executions of the state machine are not recorded.',
  remediation: 'Set LoggingConfiguration with Level ALL and a destination.',
  types: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  scope: 'resource',
  evaluate: ({ type, properties }) =>
    judge(at(properties, type === 'AWS::Serverless::StateMachine' ? 'Logging' : 'LoggingConfiguration'), logged),
};
