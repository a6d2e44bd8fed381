import { anyOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, in SAM by Tracing. */
export const stateMachineTraced: Rule = {
  id: 'state-machine-traced',
  control: 'LOG-06',
  severity: 'low',
  message: 'Executions of the state machine are not traced.',
  remediation: 'Set TracingConfiguration.Enabled to true.',
  types: ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'],
  scope: 'resource',
  evaluate: anyOf(property('TracingConfiguration.Enabled', isTrue), property('Tracing.Enabled', isTrue)),
};
