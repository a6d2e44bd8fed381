import type { Resource } from '../../template';
import {
  GUARDRAIL_LOOSENED,
  KEY_ROTATION_WEAKENED,
  LOGGING_DROPPED,
  PROTECTION_REMOVED,
  type ClaimRule,
} from '../claims';
import { referencesIn } from './places';

/** A type whose resources protect something, so that to remove one is a weakening. */
interface Protector {
  readonly types: RegExp;
  /** The property that names what is protected: when that is gone too, nothing is lost. Default: the account as a whole. */
  readonly of?: string;
  readonly rule: ClaimRule;
}

const PROTECTORS: readonly Protector[] = [
  { types: /^AWS::EC2::FlowLog$/, of: 'ResourceId', rule: LOGGING_DROPPED },
  {
    types:
      /^AWS::(?:CloudTrail::Trail|CloudTrail::EventDataStore|Config::ConfigurationRecorder|Config::DeliveryChannel|Route53Resolver::ResolverQueryLoggingConfig)$/,
    rule: LOGGING_DROPPED,
  },
  { types: /^AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation$/, of: 'ResourceId', rule: LOGGING_DROPPED },
  { types: /^AWS::(?:WAFv2::LoggingConfiguration)$/, of: 'ResourceArn', rule: LOGGING_DROPPED },
  { types: /^AWS::NetworkFirewall::LoggingConfiguration$/, of: 'FirewallArn', rule: LOGGING_DROPPED },
  { types: /^AWS::Logs::(?:MetricFilter|SubscriptionFilter)$/, of: 'LogGroupName', rule: LOGGING_DROPPED },
  { types: /^AWS::S3::BucketPolicy$/, of: 'Bucket', rule: PROTECTION_REMOVED },
  { types: /^AWS::SQS::QueuePolicy$/, of: 'Queues', rule: PROTECTION_REMOVED },
  { types: /^AWS::SNS::TopicPolicy$/, of: 'Topics', rule: PROTECTION_REMOVED },
  { types: /^AWS::SecretsManager::RotationSchedule$/, of: 'SecretId', rule: KEY_ROTATION_WEAKENED },
  { types: /^AWS::SecretsManager::ResourcePolicy$/, of: 'SecretId', rule: PROTECTION_REMOVED },
  { types: /^AWS::WAFv2::WebACLAssociation$/, of: 'ResourceArn', rule: PROTECTION_REMOVED },
  { types: /^AWS::EC2::SubnetNetworkAclAssociation$/, of: 'SubnetId', rule: PROTECTION_REMOVED },
  { types: /^AWS::CloudWatch::Alarm$/, of: 'Dimensions', rule: PROTECTION_REMOVED },
  { types: /^AWS::Organizations::Policy$/, rule: GUARDRAIL_LOOSENED },
  {
    types: /^AWS::(?:EC2::VPCBlockPublicAccessOptions|EC2::SnapshotBlockPublicAccess|ControlTower::EnabledControl)$/,
    rule: GUARDRAIL_LOOSENED,
  },
  {
    types:
      /^AWS::(?:GuardDuty::|SecurityHub::|Macie::|AccessAnalyzer::|Inspector|Detective::|Config::(?:ConfigRule|OrganizationConfigRule|ConformancePack|OrganizationConformancePack|ConfigurationAggregator)$|Backup::|NetworkFirewall::|Route53Resolver::Firewall|SSM::ResourceDataSync$|Events::Rule$|IAM::AccountPasswordPolicy$|Shield::|FMS::)/,
    rule: PROTECTION_REMOVED,
  },
];

/** The rule that is broken when this resource is removed; undefined when nothing is lost. @param remains whether a resource is still there */
export function ruleOfRemoval(resource: Resource, remains: (logicalId: string) => boolean): ClaimRule | undefined {
  const protector = PROTECTORS.find(({ types }) => types.test(resource.type));
  if (!protector) return undefined;
  if (protector.of === undefined) return protector.rule;
  const protectedOnes = referencesIn(resource.properties[protector.of]);
  return protectedOnes.length === 0 || protectedOnes.some(({ logicalId }) => remains(logicalId))
    ? protector.rule
    : undefined;
}
