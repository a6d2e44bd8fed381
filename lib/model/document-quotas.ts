/** How large one property of a resource may be; AWS refuses more at deployment, and not before. */
export interface DocumentQuota {
  readonly type: string;
  /** Path of the property; the whole resource where it is empty. */
  readonly property: string;
  /** What is measured, for people. */
  readonly what: string;
  /** Characters of JSON without white space, or of the text where it is one. */
  readonly characters: number;
  /** AWS agrees to more on request; how much more is not stated here. */
  readonly isAdjustable?: true;
  /** More, where another property has one of these values. */
  readonly more?: { readonly property: string; readonly values: readonly string[]; readonly characters: number };
}

/** How many entries one list of a resource may have. */
export interface ListQuota {
  readonly type: string;
  readonly property: string;
  readonly what: string;
  readonly entries: number;
}

const KEY_POLICY = { property: 'KeyPolicy', what: 'key policy', characters: 32_768 };

/**
 * From memory of each service’s page of quotas, November 2026: compare before a template comes near one. One that is adjustable is
 * what an account has when nobody asked for more.
 */
export const DOCUMENT_QUOTAS: readonly DocumentQuota[] = [
  { type: 'AWS::IAM::ManagedPolicy', property: 'PolicyDocument', what: 'managed policy', characters: 6_144 },
  {
    type: 'AWS::IAM::Role',
    property: 'AssumeRolePolicyDocument',
    what: 'trust policy',
    characters: 2_048,
    isAdjustable: true,
  },
  { type: 'AWS::KMS::Key', ...KEY_POLICY },
  { type: 'AWS::KMS::ReplicaKey', ...KEY_POLICY },
  { type: 'Custom::LionrockStoredKey', ...KEY_POLICY },
  { type: 'AWS::S3::BucketPolicy', property: 'PolicyDocument', what: 'bucket policy', characters: 20_480 },
  { type: 'AWS::SNS::TopicPolicy', property: 'PolicyDocument', what: 'topic policy', characters: 30_720 },
  { type: 'AWS::SQS::QueuePolicy', property: 'PolicyDocument', what: 'queue policy', characters: 8_192 },
  {
    type: 'AWS::SecretsManager::ResourcePolicy',
    property: 'ResourcePolicy',
    what: 'secret policy',
    characters: 20_480,
  },
  { type: 'AWS::ECR::Repository', property: 'RepositoryPolicyText', what: 'repository policy', characters: 10_240 },
  { type: 'AWS::EC2::VPCEndpoint', property: 'PolicyDocument', what: 'endpoint policy', characters: 20_480 },
  { type: 'AWS::Logs::ResourcePolicy', property: 'PolicyDocument', what: 'policy of log groups', characters: 5_120 },
  {
    type: 'AWS::Logs::Destination',
    property: 'DestinationPolicy',
    what: 'policy of a log destination',
    characters: 5_120,
  },
  { type: 'AWS::Logs::AccountPolicy', property: 'PolicyDocument', what: 'account policy of logs', characters: 30_720 },
  {
    type: 'AWS::Events::Rule',
    property: 'EventPattern',
    what: 'event pattern',
    characters: 2_048,
    isAdjustable: true,
  },
  { type: 'AWS::SSM::Document', property: 'Content', what: 'document', characters: 65_536 },
  {
    type: 'AWS::SSM::Parameter',
    property: 'Value',
    what: 'parameter',
    characters: 4_096,
    more: { property: 'Tier', values: ['Advanced', 'Intelligent-Tiering'], characters: 8_192 },
  },
  { type: 'AWS::Config::ConformancePack', property: 'TemplateBody', what: 'conformance pack', characters: 51_200 },
  { type: 'AWS::ECS::TaskDefinition', property: '', what: 'task definition', characters: 65_536 },
  { type: 'AWS::Lambda::Function', property: 'Environment.Variables', what: 'environment', characters: 4_096 },
  { type: 'AWS::Lambda::Function', property: 'Code.ZipFile', what: 'code in the template', characters: 4_194_304 },
];

/** From memory as well. */
export const LIST_QUOTAS: readonly ListQuota[] = [
  { type: 'AWS::Events::Rule', property: 'Targets', what: 'targets', entries: 5 },
  { type: 'AWS::CloudWatch::Alarm', property: 'AlarmActions', what: 'actions', entries: 5 },
  { type: 'AWS::IAM::ManagedPolicy', property: 'Groups', what: 'groups', entries: 10 },
];

/** What one role has: its own, and what policies of the template attach to it; from memory. AWS agrees to more managed policies on request. */
export const ROLE_QUOTAS = { managedPolicies: 10, inlineCharacters: 10_240 } as const;
