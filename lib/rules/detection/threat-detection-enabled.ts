import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const threatDetectionEnabled: Rule = {
  id: 'threat-detection-enabled',
  control: 'DET-01',
  message: 'Threat detection is switched off.',
  remediation: 'Set Enable to true.',
  types: ['AWS::GuardDuty::Detector'],
  scope: 'resource',
  evaluate: property('Enable', isTrue),
};
