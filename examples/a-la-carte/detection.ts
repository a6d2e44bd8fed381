import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import {
  AlertTopic,
  FindingRouting,
  SecurityPosture,
  SnapshotPrivacy,
  ThreatDetection,
} from '../../constructs/detection';

/** Threat detection and posture checks whose findings reach a mailbox. */
export function detectionExample(app: App): Stack {
  const stack = new Stack(app, 'Detection');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const alerts = new AlertTopic(stack, 'Alerts', { encryptionKey, emails: ['security@example.gov.hk'] });
  new ThreatDetection(stack, 'Threats');
  new SecurityPosture(stack, 'Posture');
  new SnapshotPrivacy(stack, 'Snapshots');
  new FindingRouting(stack, 'Findings', { topic: alerts.topic });
  return stack;
}
