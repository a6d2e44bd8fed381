import { allOf, among, filled, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const stateMachineLogged: Rule = {
  id: 'state-machine-logged',
  control: 'LOG-06',
  message: 'Executions of the state machine are not recorded.',
  remediation: 'Set LoggingConfiguration with Level ALL and a destination.',
  types: ['AWS::StepFunctions::StateMachine'],
  scope: 'resource',
  evaluate: allOf(
    property('LoggingConfiguration.Level', among('ALL')),
    property('LoggingConfiguration.Destinations', filled),
  ),
};
