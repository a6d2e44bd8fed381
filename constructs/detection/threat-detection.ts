import { aws_guardduty as guardduty } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * Protection plans that a detector knows (source: GuardDuty API reference, DetectorFeatureConfiguration). EKS runtime
 * monitoring is not listed: runtime monitoring includes it, and a detector refuses both.
 */
export const PROTECTION_PLANS = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
] as const;
export type ProtectionPlan = (typeof PROTECTION_PLANS)[number];

const RUNTIME_AGENTS = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'];

/** Properties of {@link ThreatDetection}. */
export interface ThreatDetectionProps {
  /**
   * Let GuardDuty install and update its runtime agents. It then makes an interface endpoint and a security group in
   * each VPC that runs instances, tasks or clusters, which no template shows; with `false`, provide both yourself.
   * @default true
   */
  readonly managedAgents?: boolean;
  /**
   * Plans to leave out, for a region that does not offer them.
   * @default - none
   */
  readonly withoutPlans?: readonly ProtectionPlan[];
}

/**
 * GuardDuty in this account and region, with every protection plan, findings published every fifteen minutes.
 * Evidence for DET-01. CloudFormation cannot name the organisation's delegated administrator:
 * that is one call in the management account.
 */
export class ThreatDetection extends Construct {
  readonly detectorId: string;

  constructor(scope: Construct, id: string, props: ThreatDetectionProps = {}) {
    super(scope, id);
    const left = new Set<ProtectionPlan>(props.withoutPlans ?? []);
    const agents = props.managedAgents ?? true;
    const detector = new guardduty.CfnDetector(this, 'Detector', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: PROTECTION_PLANS.map((name) => ({
        name,
        status: left.has(name) ? 'DISABLED' : 'ENABLED',
        ...(name === 'RUNTIME_MONITORING' ? { additionalConfiguration: runtimeAgents(agents && !left.has(name)) } : {}),
      })),
    });
    this.detectorId = detector.attrId;
  }
}

function runtimeAgents(enabled: boolean): guardduty.CfnDetector.CFNFeatureAdditionalConfigurationProperty[] {
  return RUNTIME_AGENTS.map((name) => ({ name, status: enabled ? 'ENABLED' : 'DISABLED' }));
}
