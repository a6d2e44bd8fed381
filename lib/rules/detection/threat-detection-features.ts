import { all, among, field, guarded, inLandingZone, property, some } from '../check';
import type { Rule } from '../rule';

/** Protection plans that AWS GuardDuty offers for what landing zones hold; agents are a choice of the workload. */
const FEATURES = ['S3_DATA_EVENTS', 'EBS_MALWARE_PROTECTION', 'RDS_LOGIN_EVENTS', 'LAMBDA_NETWORK_LOGS'];

/** Asked of landing zones: elsewhere a plan may be governed from the administrator’s account. */
export const threatDetectionFeatures: Rule = {
  id: 'threat-detection-features',
  control: 'DET-01',
  message: 'Threat detection leaves a kind of resource out.',
  remediation: `Enable the features ${FEATURES.join(', ')} of the detector.`,
  types: ['AWS::GuardDuty::Detector'],
  scope: 'resource',
  evaluate: guarded(
    inLandingZone,
    property(
      'Features',
      all(...FEATURES.map((name) => some(all(field('Name', among(name)), field('Status', among('ENABLED')))))),
    ),
  ),
};
