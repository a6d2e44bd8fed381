import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  AlertTopic,
  ConfigConformance,
  DriftDetection,
  FindingRouting,
  MacieSession,
  PostureAdministrator,
  SecurityPosture,
  SnapshotPrivacy,
  ThreatDetection,
} from '../../../constructs/detection';
import { TamperAlarms } from '../../../constructs/logging';
import type { StackContext } from '../context';
import { isLeftOut } from '../left-out';

export interface DetectionStackProps extends StackContext {
  /** Key of the account for alerts. */
  readonly key: kms.IKey;
}

/**
 * What watches an account, and whom it tells: threat detection, posture checks, conformance rules, tamper alarms. It
 * needs the account's Config recorder.
 */
export class DetectionStack extends Stack {
  /** Where alerts of the account go. */
  readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: DetectionStackProps) {
    const { account, config, names, key } = props;
    super(scope, id, { description: `Detection and alerts of ${account.name}`, terminationProtection: true });
    this.topic = new AlertTopic(this, 'Alerts', {
      encryptionKey: key,
      topicName: `${config.name}-security-alerts`,
      emails: [config.contacts.security],
    }).topic;
    new ThreatDetection(this, 'Threats');
    new SecurityPosture(this, 'Posture');
    new ConfigConformance(this, 'Conformance', { packName: `${config.name}-baseline` });
    new DriftDetection(this, 'Drift');
    new FindingRouting(this, 'Findings', { topic: this.topic, namePrefix: config.name });
    new TamperAlarms(this, 'Tampering', { topic: this.topic, namePrefix: config.name });
    new SnapshotPrivacy(this, 'Snapshots');
    if (account.role === 'management') {
      new PostureAdministrator(this, 'PostureAdministrator', { accountId: names.accountOf('audit').id });
    }
    const hasDatasets = account.workloads.some((workload) => workload.type === 'dataset');
    if (hasDatasets && !isLeftOut(this, props, 'The search for personal data in buckets', ['AWS::Macie::Session'])) {
      new MacieSession(this, 'Macie');
    }
  }
}
