import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const stateMachineTraced: Rule = {
  id: 'state-machine-traced',
  control: 'LOG-06',
  severity: 'low',
  message: 'Executions of the state machine are not traced.',
  remediation: 'Set TracingConfiguration.Enabled to true.',
  types: ['AWS::StepFunctions::StateMachine'],
  scope: 'resource',
  evaluate: property('TracingConfiguration.Enabled', isTrue),
};
