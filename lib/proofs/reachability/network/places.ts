import { subnetGroup, YES_NO, type PlaceSource } from './place-source';
import { SERVICE_PLACES } from './service-places';

function vpcConfig(prefix: string): PlaceSource {
  return { subnets: [`${prefix}.SubnetIds[]`], groups: [`${prefix}.SecurityGroupIds[]`], publicUnless: false };
}

const PLAIN: PlaceSource = { subnets: ['SubnetIds[]'], groups: ['SecurityGroupIds[]'], publicUnless: false };

const BALANCER: PlaceSource = {
  subnets: ['Subnets[]', 'SubnetMappings[].SubnetId'],
  groups: ['SecurityGroups[]'],
  publicAt: { path: 'Scheme', means: { internal: false, 'internet-facing': true } },
  publicUnless: true,
};

const DATABASE: PlaceSource = {
  ...subnetGroup('DBSubnetGroupName', 'SubnetIds[]', 'VPCSecurityGroups[]'),
  publicAt: { path: 'PubliclyAccessible', means: YES_NO },
  publicUnless: false,
};

const CLUSTER = (name: string): PlaceSource => subnetGroup('DBSubnetGroupName', 'SubnetIds[]', name);

/**
 * Resource types that put network interfaces into subnets. Paths were compared with the CloudFormation resource
 * schemas; what a type does not let one choose is not listed.
 */
export const PLACE_SOURCES: Readonly<Record<string, PlaceSource>> = {
  ...SERVICE_PLACES,
  'AWS::EC2::Instance': {
    subnets: ['SubnetId', 'NetworkInterfaces[].SubnetId'],
    groups: ['SecurityGroupIds[]', 'NetworkInterfaces[].GroupSet[]'],
    publicAt: { path: 'NetworkInterfaces[].AssociatePublicIpAddress', means: YES_NO },
    publicUnless: 'subnet',
  },
  'AWS::EC2::NetworkInterface': { subnets: ['SubnetId'], groups: ['GroupSet[]'], publicUnless: false },
  'AWS::EC2::VPCEndpoint': PLAIN,
  'AWS::VpcLattice::ResourceGateway': PLAIN,
  'AWS::EC2::InstanceConnectEndpoint': { subnets: ['SubnetId'], groups: ['SecurityGroupIds[]'], publicUnless: false },
  'AWS::EC2::ClientVpnTargetNetworkAssociation': { subnets: ['SubnetId'], groups: [], publicUnless: false },
  'AWS::AutoScaling::AutoScalingGroup': {
    subnets: ['VPCZoneIdentifier[]'],
    groups: [],
    publicUnless: 'subnet',
  },
  'AWS::Lambda::Function': vpcConfig('VpcConfig'),
  'AWS::ECS::Service': {
    subnets: ['NetworkConfiguration.AwsvpcConfiguration.Subnets[]'],
    groups: ['NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]'],
    publicAt: {
      path: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
      means: { ENABLED: true, DISABLED: false },
    },
    publicUnless: false,
  },
  'AWS::ECS::TaskSet': {
    subnets: ['NetworkConfiguration.AwsVpcConfiguration.Subnets[]'],
    groups: ['NetworkConfiguration.AwsVpcConfiguration.SecurityGroups[]'],
    publicAt: {
      path: 'NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp',
      means: { ENABLED: true, DISABLED: false },
    },
    publicUnless: false,
  },
  'AWS::EKS::Cluster': {
    subnets: ['ResourcesVpcConfig.SubnetIds[]'],
    groups: ['ResourcesVpcConfig.SecurityGroupIds[]'],
    made: 'always',
    publicUnless: false,
  },
  'AWS::EKS::Nodegroup': { subnets: ['Subnets[]'], groups: [], made: 'unless named', publicUnless: 'subnet' },
  'AWS::Batch::ComputeEnvironment': {
    subnets: ['ComputeResources.Subnets[]'],
    groups: ['ComputeResources.SecurityGroupIds[]'],
    publicUnless: 'subnet',
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': BALANCER,
  'AWS::ElasticLoadBalancing::LoadBalancer': BALANCER,
  'AWS::RDS::DBInstance': DATABASE,
  'AWS::RDS::DBCluster': {
    ...CLUSTER('VpcSecurityGroupIds[]'),
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
  },
  'AWS::RDS::DBProxy': { subnets: ['VpcSubnetIds[]'], groups: ['VpcSecurityGroupIds[]'], publicUnless: false },
  'AWS::RDS::DBProxyEndpoint': { subnets: ['VpcSubnetIds[]'], groups: ['VpcSecurityGroupIds[]'], publicUnless: false },
  'AWS::DocDB::DBCluster': CLUSTER('VpcSecurityGroupIds[]'),
  'AWS::Neptune::DBCluster': CLUSTER('VpcSecurityGroupIds[]'),
  'AWS::ElastiCache::CacheCluster': subnetGroup('CacheSubnetGroupName', 'SubnetIds[]', 'VpcSecurityGroupIds[]'),
  'AWS::ElastiCache::ReplicationGroup': subnetGroup('CacheSubnetGroupName', 'SubnetIds[]', 'SecurityGroupIds[]'),
  'AWS::ElastiCache::ServerlessCache': PLAIN,
  'AWS::MemoryDB::Cluster': subnetGroup('SubnetGroupName', 'SubnetIds[]', 'SecurityGroupIds[]'),
  'AWS::DAX::Cluster': subnetGroup('SubnetGroupName', 'SubnetIds[]', 'SecurityGroupIds[]'),
  'AWS::Redshift::Cluster': {
    ...subnetGroup('ClusterSubnetGroupName', 'SubnetIds[]', 'VpcSecurityGroupIds[]'),
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
  },
  'AWS::RedshiftServerless::Workgroup': {
    ...PLAIN,
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
  },
  'AWS::DMS::ReplicationInstance': {
    ...subnetGroup('ReplicationSubnetGroupIdentifier', 'SubnetIds[]', 'VpcSecurityGroupIds[]'),
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
    publicUnless: true,
  },
  'AWS::EFS::MountTarget': { subnets: ['SubnetId'], groups: ['SecurityGroups[]'], publicUnless: false },
  'AWS::FSx::FileSystem': PLAIN,
  'AWS::MSK::Cluster': {
    subnets: ['BrokerNodeGroupInfo.ClientSubnets[]'],
    groups: ['BrokerNodeGroupInfo.SecurityGroups[]'],
    publicAt: {
      path: 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
      means: { DISABLED: false, SERVICE_PROVIDED_EIPS: true },
    },
    publicUnless: false,
  },
  'AWS::MSK::ServerlessCluster': {
    subnets: ['VpcConfigs[].SubnetIds[]'],
    groups: ['VpcConfigs[].SecurityGroups[]'],
    publicUnless: false,
  },
  'AWS::AmazonMQ::Broker': {
    subnets: ['SubnetIds[]'],
    groups: ['SecurityGroups[]'],
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
    publicUnless: false,
  },
  'AWS::OpenSearchService::Domain': {
    subnets: ['VPCOptions.SubnetIds[]'],
    groups: ['VPCOptions.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::Elasticsearch::Domain': {
    subnets: ['VPCOptions.SubnetIds[]'],
    groups: ['VPCOptions.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::OpenSearchServerless::VpcEndpoint': PLAIN,
  'AWS::SageMaker::NotebookInstance': {
    subnets: ['SubnetId'],
    groups: ['SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::SageMaker::Domain': {
    subnets: ['SubnetIds[]'],
    groups: ['DefaultUserSettings.SecurityGroups[]'],
    made: 'unless named',
    publicUnless: false,
  },
  'AWS::SageMaker::Model': {
    subnets: ['VpcConfig.Subnets[]'],
    groups: ['VpcConfig.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::CodeBuild::Project': {
    subnets: ['VpcConfig.Subnets[]'],
    groups: ['VpcConfig.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::Glue::Connection': {
    subnets: ['ConnectionInput.PhysicalConnectionRequirements.SubnetId'],
    groups: ['ConnectionInput.PhysicalConnectionRequirements.SecurityGroupIdList[]'],
    publicUnless: false,
  },
  'AWS::EMR::Cluster': {
    subnets: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds[]'],
    groups: [
      'Instances.EmrManagedMasterSecurityGroup',
      'Instances.EmrManagedSlaveSecurityGroup',
      'Instances.AdditionalMasterSecurityGroups[]',
      'Instances.AdditionalSlaveSecurityGroups[]',
    ],
    made: 'unless named',
    publicUnless: 'subnet',
  },
  'AWS::Transfer::Server': {
    subnets: ['EndpointDetails.SubnetIds[]'],
    groups: ['EndpointDetails.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::DirectoryService::MicrosoftAD': {
    subnets: ['VpcSettings.SubnetIds[]'],
    groups: [],
    made: 'always',
    publicUnless: false,
  },
  'AWS::DirectoryService::SimpleAD': {
    subnets: ['VpcSettings.SubnetIds[]'],
    groups: [],
    made: 'always',
    publicUnless: false,
  },
  'AWS::Route53Resolver::ResolverEndpoint': {
    subnets: ['IpAddresses[].SubnetId'],
    groups: ['SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::Synthetics::Canary': vpcConfig('VPCConfig'),
  'AWS::MWAA::Environment': {
    subnets: ['NetworkConfiguration.SubnetIds[]'],
    groups: ['NetworkConfiguration.SecurityGroupIds[]'],
    publicUnless: false,
  },
  'AWS::AppRunner::VpcConnector': { subnets: ['Subnets[]'], groups: ['SecurityGroups[]'], publicUnless: false },
  'AWS::ApiGatewayV2::VpcLink': PLAIN,
  'AWS::Cloud9::EnvironmentEC2': { subnets: ['SubnetId'], groups: [], made: 'always', publicUnless: 'subnet' },
  'AWS::DataSync::LocationEFS': {
    subnets: ['Ec2Config.SubnetArn'],
    groups: ['Ec2Config.SecurityGroupArns[]'],
    publicUnless: false,
  },
};
