import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const imagesAndDeliveryPaths: readonly PathRow[] = [
  ['Amplify::App', 'Repository', 'present', 'traffic', 'high', 'edge', 'Amplify Hosting serves from a global CDN; builds pull from an external repo', 'c4dc97015e9216eb', { to: 'edge locations' }],
  ['CloudFormation::StackSet', 'StackInstancesGroup[].DeploymentTargets.Accounts', 'present', 'metadata', 'low', 'sharing', 'Deploys stacks into other accounts', '8b3072897b371d84', { to: 'another account' }],
  ['CloudFormation::StackSet', 'StackInstancesGroup[].Regions', 'region-not-allowed', 'metadata', 'high', 'images', 'Deploys stacks into other regions', '8b3072897b371d84'],
  ['CodeArtifact::Repository', 'ExternalConnections', 'present', 'metadata', 'low', 'endpoints', 'Package requests to a public registry', 'e2fd21bfcb282183', { to: 'outside AWS' }],
  ['CodeBuild::Project', 'Artifacts.Location', 'unresolvable-name', 'data', 'medium', 'buckets', 'Artefacts written to a bucket', '1da142422f2ef55c'],
  ['CodeBuild::Project', 'Source.Location', 'external-host', 'data', 'medium', 'endpoints', 'Source pulled from an external host', '1da142422f2ef55c'],
  ['CodeBuild::Project', 'VpcConfig.VpcId', 'absent', 'traffic', 'medium', 'exposure', 'Build without a VPC has unrestricted internet egress', '1da142422f2ef55c', { to: 'the internet' }],
  ['CodeConnections::Connection', 'ProviderType', 'present', 'data', 'medium', 'endpoints', 'Connection to an external source host', 'bb6c5697d13c2d59', { to: 'outside AWS' }],
  ['CodePipeline::Pipeline', 'ArtifactStores[].Region', 'region-not-allowed', 'data', 'high', 'images', 'Build artefacts stored in another region for cross-region actions', '1845433e4603f7c7'],
  ['CodePipeline::Pipeline', 'Stages[].Actions[].Region', 'region-not-allowed', 'data', 'high', 'images', 'Pipeline action runs in another region (artefacts are copied there)', '1845433e4603f7c7'],
  ['CodeStarConnections::Connection', 'ProviderType', 'present', 'data', 'medium', 'endpoints', 'Connection to an external source host (GitHub, GitLab, Bitbucket)', '8232246c1d8983e4', { to: 'outside AWS' }],
  ['ControlTower::LandingZone', 'Manifest', 'region-not-allowed', 'metadata', 'high', 'images', 'governedRegions in the manifest decides where the landing zone operates', '96c88ada196eeb0e'],
  ['ECR::PublicRepository', 'RepositoryName', 'present', 'data', 'critical', 'edge', 'Publishes images on the public gallery (global, us-east-1)', '3de7a1d6a95c038b', { to: 'us-east-1' }],
  ['ECR::PullThroughCacheRule', 'UpstreamRegistryUrl', 'external-host', 'metadata', 'low', 'endpoints', 'Requests image names from an external registry', 'f9c6b6d8631a83a0'],
  ['ECR::RegistryPolicy', 'PolicyText', 'policy-external-principal', 'data', 'medium', 'sharing', 'Registry policy may allow replication from other accounts', 'a36a04f4454cafc2', { to: 'another account' }],
  ['ECR::ReplicationConfiguration', 'ReplicationConfiguration.Rules[].Destinations[].Region', 'region-not-allowed', 'data', 'high', 'images', 'Container images replicated to another region', 'dc2a377f75525dd4'],
  ['ECR::ReplicationConfiguration', 'ReplicationConfiguration.Rules[].Destinations[].RegistryId', 'present', 'data', 'medium', 'sharing', 'Images replicated to another account', 'dc2a377f75525dd4', { to: 'another account' }],
  ['ECR::Repository', 'RepositoryPolicyText', 'policy-external-principal', 'data', 'medium', 'sharing', 'Repository policy may grant external pull', 'f436b8d080c711a7', { to: 'another account' }],
  ['ImageBuilder::DistributionConfiguration', 'Distributions[].AmiDistributionConfiguration', 'present', 'data', 'medium', 'sharing', 'Launch permissions/target accounts of distributed AMIs', 'c07e0c91936dcb06', { to: 'another account' }],
  ['ImageBuilder::DistributionConfiguration', 'Distributions[].Region', 'region-not-allowed', 'data', 'high', 'images', 'AMIs/containers distributed to other regions', 'c07e0c91936dcb06'],
  ['ServiceCatalog::CloudFormationProvisionedProduct', 'ProvisioningPreferences.StackSetRegions', 'region-not-allowed', 'metadata', 'high', 'images', 'Provisions products into other regions', '448a377417beb2e5'],
  ['ServiceCatalog::StackSetConstraint', 'RegionList', 'region-not-allowed', 'metadata', 'medium', 'images', 'Allows product deployment into listed regions', 'd336743e2c1094e3'],
];
