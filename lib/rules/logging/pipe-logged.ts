import { among, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const pipeLogged: Rule = {
  id: 'pipe-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Nobody records what the pipe loses.',
  remediation: 'Set LogConfiguration with the level ERROR or INFO and a destination.',
  types: ['AWS::Pipes::Pipe'],
  scope: 'resource',
  evaluate: property('LogConfiguration.Level', among('ERROR', 'INFO', 'TRACE')),
};
