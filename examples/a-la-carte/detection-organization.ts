import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import {
  AlertTopic,
  CaseRecord,
  OrganizationDetection,
  SecurityPosture,
  ThreatDetection,
} from '../../constructs/detection';
import { profileById } from '../../lib/profiles';

/** The account to which detection is delegated: it takes accounts as members and opens a case for each grave finding. */
export function detectionOrganizationExample(app: App): Stack {
  const env = { account: '110000000003', region: 'ap-east-1' };
  const stack = new Stack(app, 'DetectionAdministration', { env });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const { topic } = new AlertTopic(stack, 'Alerts', { encryptionKey, emails: ['security@example.gov.hk'] });
  const own = [new ThreatDetection(stack, 'Threats'), new SecurityPosture(stack, 'Posture')];
  const detection = new OrganizationDetection(stack, 'Detection', {
    namePrefix: 'agency',
    organizationId: 'o-example1234',
    log: { encryptionKey, profile: profileById('hk-s17') },
    topic,
  });
  // Services are set for an organisation by an account that has them.
  detection.node.addDependency(...own);
  new CaseRecord(stack, 'Cases', { namePrefix: 'agency' });
  return stack;
}
