import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  AlertTopic,
  BaselineReport,
  ConfigConformance,
  DriftDetection,
  FindingRouting,
  SecurityPosture,
  SnapshotPrivacy,
  ThreatDetection,
} from '../detection';
import { TamperAlarms } from '../logging';

/** What {@link addAccountDetection} needs to know. */
export interface AccountDetectionProps {
  /** Begins the names of topic, conformance pack and rules, by which an organisation policy can protect them. */
  readonly name: string;
  /** Key of the account for alerts; it must admit alarms. */
  readonly encryptionKey: kms.IKey;
  /** Mailboxes that receive alerts. */
  readonly emails: readonly string[];
  /** Event bus of the account that administers detection, to which this one reports. @default - it reports to nobody */
  readonly reportTo?: string;
}

/** Name of the topic for alerts that every account has. */
export function alertTopicName(name: string): string {
  return `${name}-security-alerts`;
}

/**
 * What watches an account, and whom it tells: threat detection, posture checks, conformance rules, tamper alarms. It
 * needs the account's Config recorder.
 * @returns the topic to which alerts go.
 */
export function addAccountDetection(scope: Construct, props: AccountDetectionProps): sns.ITopic {
  const { name, encryptionKey, emails, reportTo } = props;
  const { topic } = new AlertTopic(scope, 'Alerts', { encryptionKey, topicName: alertTopicName(name), emails });
  new ThreatDetection(scope, 'Threats');
  new SecurityPosture(scope, 'Posture');
  new ConfigConformance(scope, 'Conformance', { packName: `${name}-baseline` });
  new DriftDetection(scope, 'Drift');
  new FindingRouting(scope, 'Findings', { topic, namePrefix: name });
  new TamperAlarms(scope, 'Tampering', { topic, namePrefix: name });
  new SnapshotPrivacy(scope, 'Snapshots');
  if (reportTo) new BaselineReport(scope, 'Report', { eventBusArn: reportTo, namePrefix: name });
  return topic;
}
