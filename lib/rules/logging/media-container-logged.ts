import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const mediaContainerLogged: Rule = {
  id: 'media-container-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the container.',
  remediation: 'Set AccessLoggingEnabled to true.',
  types: ['AWS::MediaStore::Container'],
  scope: 'resource',
  evaluate: property('AccessLoggingEnabled', isTrue),
};
