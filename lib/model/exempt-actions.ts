/**
 * Actions of services without a region of their own, which a region deny must let through.
 * Source: AWS Control Tower, https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html,
 * read November 2026 (86 entries).
 */
export const EXEMPT_ACTIONS: readonly string[] =
  // prettier-ignore
  [
  'a4b:*', 'access-analyzer:*', 'account:*', 'acm:*', 'activate:*', 'artifact:*', 'aws-marketplace-management:*',
  'aws-marketplace:*', 'aws-portal:*', 'billing:*', 'billingconductor:*', 'budgets:*', 'ce:*', 'chatbot:*', 'chime:*',
  'cloudfront:*', 'cloudtrail:LookupEvents', 'compute-optimizer:*', 'config:*', 'consoleapp:*',
  'consolidatedbilling:*', 'cur:*', 'datapipeline:GetAccountLimits', 'devicefarm:*', 'directconnect:*',
  'ec2:DescribeRegions', 'ec2:DescribeTransitGateways', 'ec2:DescribeVpnGateways', 'ecr-public:*', 'fms:*',
  'freetier:*', 'globalaccelerator:*', 'health:*', 'iam:*', 'importexport:*', 'invoicing:*', 'iq:*', 'kms:*',
  'license-manager:ListReceivedLicenses', 'lightsail:Get*', 'mobileanalytics:*', 'networkmanager:*',
  'notifications-contacts:*', 'notifications:*', 'organizations:*', 'payments:*', 'pricing:*',
  'quicksight:DescribeAccountSubscription', 'resource-explorer-2:*', 'route53-recovery-cluster:*',
  'route53-recovery-control-config:*', 'route53-recovery-readiness:*', 'route53:*', 'route53domains:*',
  's3:CreateMultiRegionAccessPoint', 's3:DeleteMultiRegionAccessPoint', 's3:DescribeMultiRegionAccessPointOperation',
  's3:GetAccountPublicAccessBlock', 's3:GetBucketLocation', 's3:GetBucketPolicyStatus',
  's3:GetBucketPublicAccessBlock', 's3:GetMultiRegionAccessPoint', 's3:GetMultiRegionAccessPointPolicy',
  's3:GetMultiRegionAccessPointPolicyStatus', 's3:GetStorageLensConfiguration', 's3:GetStorageLensDashboard',
  's3:ListAllMyBuckets', 's3:ListMultiRegionAccessPoints', 's3:ListStorageLensConfigurations',
  's3:PutAccountPublicAccessBlock', 's3:PutMultiRegionAccessPointPolicy', 'savingsplans:*', 'shield:*', 'sso:*',
  'sts:*', 'support:*', 'supportapp:*', 'supportplans:*', 'sustainability:*', 'tag:GetResources', 'tax:*',
  'trustedadvisor:*', 'vendor-insights:ListEntitledSecurityProfiles', 'waf-regional:*', 'waf:*', 'wafv2:*',
];

/**
 * Exempted services that have regions after all and keep data, keys or settings there: outside the allowed regions they
 * are denied as every other service.
 */
export const REGIONAL_EXEMPTIONS: readonly string[] = [
  'acm:*',
  'config:*',
  'directconnect:*',
  'kms:*',
  'resource-explorer-2:*',
];

/** Exempted actions that put data or traffic at edge locations, in other regions, or outside AWS, wherever called. */
export const EXEMPT_ACTIONS_THAT_MOVE_DATA: readonly string[] = [
  'chatbot:Create*',
  'chatbot:Update*',
  'cloudfront:CopyDistribution',
  'cloudfront:Create*',
  'cloudfront:UpdateDistribution*',
  'ecr-public:CompleteLayerUpload',
  'ecr-public:CreateRepository',
  'ecr-public:InitiateLayerUpload',
  'ecr-public:PutImage',
  'ecr-public:UploadLayerPart',
  'globalaccelerator:Add*',
  'globalaccelerator:Create*',
  'globalaccelerator:Update*',
  'importexport:*',
  'networkmanager:Create*Attachment',
  'networkmanager:CreateCoreNetwork',
  'networkmanager:CreateTransitGatewayPeering',
  'networkmanager:PutCoreNetworkPolicy',
  'notifications:CreateNotificationConfiguration',
  'notifications:RegisterNotificationHub',
  's3:CreateMultiRegionAccessPoint',
  's3:PutMultiRegionAccessPointPolicy',
  's3:SubmitMultiRegionAccessPointRoutes',
];
