import { subnetGroup, YES_NO, type PlaceSource } from './place-source';

type Made = NonNullable<PlaceSource['made']>;

/** Paths of subnets, and of security groups; several with a comma between. */
type Row = readonly [type: string, subnets: string, groups: string];

const PLAIN = 'SubnetIds[]';
const PLAIN_GROUPS = 'SecurityGroupIds[]';

/** Subnets and groups at a path: as `SubnetIds`, or as `Subnets`. */
const ids = (type: string, path: string): Row => [type, `${path}.${PLAIN}`, `${path}.${PLAIN_GROUPS}`];
const names = (type: string, path: string, groups = 'SecurityGroups[]'): Row => [
  type,
  `${path}.Subnets[]`,
  `${path}.${groups}`,
];
const JOBS = 'NetworkConfig.VpcConfig';
const TASKS = 'NetworkConfiguration.AwsvpcConfiguration';
const AGENTS = 'AuthorizerConfiguration.CustomJWTAuthorizer.PrivateEndpoint.ManagedVpcResource';

/** Services of AWS that call from subnets, or are called there, under interfaces without public addresses. */
const ROWS: readonly Row[] = [
  ids('AWS::APS::Scraper', 'Source.EksConfiguration'),
  names('AWS::BedrockAgentCore::BrowserCustom', 'NetworkConfiguration.VpcConfig'),
  names('AWS::BedrockAgentCore::CapacityProvider', 'ComputeConfiguration.Ec2Configuration.VpcConfiguration'),
  names('AWS::BedrockAgentCore::CodeInterpreterCustom', 'NetworkConfiguration.VpcConfig'),
  ids('AWS::BedrockAgentCore::Gateway', AGENTS),
  ids('AWS::BedrockAgentCore::GatewayTarget', 'PrivateEndpoint.ManagedVpcResource'),
  names(
    'AWS::BedrockAgentCore::Harness',
    'Environment.AgentCoreRuntimeEnvironment.NetworkConfiguration.NetworkModeConfig',
  ),
  names('AWS::BedrockAgentCore::Runtime', 'NetworkConfiguration.NetworkModeConfig'),
  names('AWS::CodeBuild::Fleet', 'FleetVpcConfig', PLAIN_GROUPS),
  ids('AWS::CodeConnections::Host', 'VpcConfiguration'),
  names('AWS::Comprehend::DocumentClassifier', 'VpcConfig', PLAIN_GROUPS),
  names('AWS::Comprehend::EntityRecognizer', 'VpcConfig', PLAIN_GROUPS),
  names('AWS::Comprehend::Flywheel', 'DataSecurityConfig.VpcConfig', PLAIN_GROUPS),
  ['AWS::DataSync::Agent', 'SubnetArns[]', 'SecurityGroupArns[]'],
  [
    'AWS::DataZone::Connection',
    'Props.GlueProperties.GlueConnectionInput.PhysicalConnectionRequirements.SubnetId',
    'Props.GlueProperties.GlueConnectionInput.PhysicalConnectionRequirements.SecurityGroupIdList[]',
  ],
  ['AWS::Deadline::LicenseEndpoint', PLAIN, PLAIN_GROUPS],
  ids('AWS::DevOpsAgent::PrivateConnection', 'ConnectionConfiguration.ServiceManaged'),
  ids('AWS::DeviceFarm::Project', 'VpcConfig'),
  ids('AWS::DeviceFarm::TestGridProject', 'VpcConfig'),
  ['AWS::DocDBElastic::Cluster', PLAIN, 'VpcSecurityGroupIds[]'],
  [
    'AWS::EC2::VerifiedAccessEndpoint',
    'LoadBalancerOptions.SubnetIds[],RdsOptions.SubnetIds[],CidrOptions.SubnetIds[]',
    PLAIN_GROUPS,
  ],
  ids('AWS::EMRServerless::Application', 'NetworkConfiguration'),
  ['AWS::EVS::Environment', 'ServiceAccessSubnetId', 'ServiceAccessSecurityGroups.SecurityGroups[]'],
  ['AWS::FSx::FileCache', PLAIN, PLAIN_GROUPS],
  ['AWS::Glue::DevEndpoint', 'SubnetId', PLAIN_GROUPS],
  ids('AWS::Grafana::Workspace', 'VpcConfiguration'),
  ids('AWS::GroundStation::DataflowEndpointGroup', 'EndpointDetails[].SecurityDetails'),
  ['AWS::IoT::TopicRuleDestination', 'VpcProperties.SubnetIds[]', 'VpcProperties.SecurityGroups[]'],
  names('AWS::KafkaConnect::Connector', 'KafkaCluster.ApacheKafkaCluster.Vpc'),
  ids('AWS::Kendra::DataSource', 'DataSourceConfiguration.DatabaseConfiguration.VpcConfiguration'),
  ids('AWS::KinesisAnalyticsV2::Application', 'ApplicationConfiguration.VpcConfigurations[]'),
  [
    'AWS::KinesisFirehose::DeliveryStream',
    'AmazonopensearchserviceDestinationConfiguration.VpcConfiguration.SubnetIds[],AmazonOpenSearchServerlessDestinationConfiguration.VpcConfiguration.SubnetIds[],ElasticsearchDestinationConfiguration.VpcConfiguration.SubnetIds[]',
    'AmazonopensearchserviceDestinationConfiguration.VpcConfiguration.SecurityGroupIds[],AmazonOpenSearchServerlessDestinationConfiguration.VpcConfiguration.SecurityGroupIds[],ElasticsearchDestinationConfiguration.VpcConfiguration.SecurityGroupIds[]',
  ],
  ids('AWS::Lambda::CapacityProvider', 'VpcConfig'),
  ids('AWS::Lambda::NetworkConnector', 'Configuration.VpcEgressConfiguration'),
  ids('AWS::MSK::Replicator', 'KafkaClusters[].VpcConfig'),
  ['AWS::MSK::VpcConnection', 'ClientSubnets[]', 'SecurityGroups[]'],
  ids('AWS::MWAAServerless::Workflow', 'NetworkConfiguration'),
  ['AWS::MediaConnect::Flow', 'VpcInterfaces[].SubnetId', 'VpcInterfaces[].SecurityGroupIds[]'],
  ['AWS::MediaConnect::FlowVpcInterface', 'SubnetId', PLAIN_GROUPS],
  ['AWS::MediaConnect::RouterNetworkInterface', 'Configuration.Vpc.SubnetId', 'Configuration.Vpc.SecurityGroupIds[]'],
  ids('AWS::MediaLive::Input', 'Vpc'),
  ['AWS::NeptuneGraph::PrivateGraphEndpoint', PLAIN, PLAIN_GROUPS],
  ids('AWS::OSIS::Pipeline', 'VpcOptions'),
  ids('AWS::Omics::Configuration', 'RunConfigurations.VpcConfig'),
  ids('AWS::PCS::Cluster', 'Networking'),
  ids('AWS::QBusiness::DataSource', 'VpcConfiguration'),
  ['AWS::QuickSight::VPCConnection', PLAIN, PLAIN_GROUPS],
  ['AWS::RTBFabric::RequesterGateway', PLAIN, PLAIN_GROUPS],
  ['AWS::RTBFabric::ResponderGateway', PLAIN, PLAIN_GROUPS],
  ['AWS::S3Files::MountTarget', 'SubnetId', 'SecurityGroups[]'],
  ['AWS::S3Outposts::Endpoint', 'SubnetId', 'SecurityGroupId'],
  names('AWS::SageMaker::Cluster', 'VpcConfig', PLAIN_GROUPS),
  ...['DataQuality', 'ModelBias', 'ModelExplainability', 'ModelQuality'].map((kind) =>
    names(`AWS::SageMaker::${kind}JobDefinition`, JOBS, PLAIN_GROUPS),
  ),
  names('AWS::SageMaker::EndpointConfig', 'VpcConfig', PLAIN_GROUPS),
  names('AWS::SageMaker::MonitoringSchedule', `MonitoringScheduleConfig.MonitoringJobDefinition.${JOBS}`, PLAIN_GROUPS),
  names('AWS::SageMaker::ProcessingJob', JOBS, PLAIN_GROUPS),
  names('AWS::SageMaker::Workforce', 'WorkforceVpcConfig', PLAIN_GROUPS),
  ['AWS::SecurityAgent::AgentSpace', 'AwsResources.Vpcs[].SubnetArns[]', 'AwsResources.Vpcs[].SecurityGroupArns[]'],
  ['AWS::SecurityAgent::Pentest', 'VpcConfig.SubnetArns[]', 'VpcConfig.SecurityGroupArns[]'],
  ids('AWS::Transfer::WebApp', 'EndpointDetails.Vpc'),
  ['AWS::WorkSpacesWeb::NetworkSettings', PLAIN, PLAIN_GROUPS],
];

/** Those that wear a group that AWS makes. */
const MADE: readonly (readonly [type: string, subnets: string, groups: string, made: Made])[] = [
  ['AWS::CloudHSM::Cluster', PLAIN, '', 'always'],
  ['AWS::EC2::RouteServerEndpoint', 'SubnetId', '', 'always'],
  ['AWS::EKS::FargateProfile', 'Subnets[]', '', 'always'],
  ['AWS::EMR::Studio', PLAIN, 'WorkspaceSecurityGroupId,EngineSecurityGroupId', 'unless named'],
];

/** A task of ECS, by where its network is configured. */
const task = (path: string): PlaceSource => ({
  subnets: [`${path}.Subnets[]`],
  groups: [`${path}.SecurityGroups[]`],
  publicAt: { path: `${path}.AssignPublicIp`, means: { ENABLED: true, DISABLED: false } },
  publicUnless: false,
});
const PIPED = task(`TargetParameters.EcsTaskParameters.${TASKS}`);
const KAFKA = 'SourceParameters.SelfManagedKafkaParameters.Vpc';

/** Those whose interfaces have public addresses where their subnet gives instances some, or where they say so. */
const PUBLIC: Readonly<Record<string, PlaceSource>> = {
  ...Object.fromEntries(
    ['AWS::AppStream::AppBlockBuilder', 'AWS::AppStream::Fleet', 'AWS::AppStream::ImageBuilder'].map((type) => [
      type,
      {
        subnets: ['VpcConfig.SubnetIds[]'],
        groups: ['VpcConfig.SecurityGroupIds[]'],
        publicAt: { path: 'EnableDefaultInternetAccess', means: YES_NO },
        publicUnless: false,
      },
    ]),
  ),
  'AWS::Events::Rule': task('Targets[].EcsParameters.NetworkConfiguration.AwsVpcConfiguration'),
  'AWS::Scheduler::Schedule': task(`Target.EcsParameters.${TASKS}`),
  'AWS::Pipes::Pipe': {
    ...PIPED,
    subnets: [...PIPED.subnets, `${KAFKA}.Subnets[]`],
    groups: [...PIPED.groups, `${KAFKA}.SecurityGroup[]`],
  },
  'AWS::M2::Environment': {
    subnets: [PLAIN],
    groups: [PLAIN_GROUPS],
    publicAt: { path: 'PubliclyAccessible', means: YES_NO },
    publicUnless: false,
  },
  // Elastic IP addresses, which it names by their allocations.
  'AWS::MediaLive::Channel': {
    subnets: ['Vpc.SubnetIds[]'],
    groups: ['Vpc.SecurityGroupIds[]'],
    publicAt: { path: 'Vpc.PublicAddressAllocationIds', means: {} },
    publicUnless: false,
  },
  'AWS::PCS::ComputeNodeGroup': { subnets: [PLAIN], groups: [], made: 'unless named', publicUnless: 'subnet' },
  'AWS::DRS::ReplicationConfigurationTemplate': {
    subnets: ['StagingAreaSubnetId'],
    groups: ['ReplicationServersSecurityGroupsIDs[]'],
    publicAt: { path: 'CreatePublicIP', means: YES_NO },
    publicUnless: false,
  },
  'AWS::EC2::EC2Fleet': {
    subnets: ['LaunchTemplateConfigs[].Overrides[].SubnetId'],
    groups: [],
    publicUnless: 'subnet',
  },
  'AWS::EC2::SpotFleet': {
    subnets: ['LaunchSpecifications[].SubnetId', 'LaunchTemplateConfigs[].Overrides[].SubnetId'].map(
      (path) => `SpotFleetRequestConfigData.${path}`,
    ),
    groups: ['SpotFleetRequestConfigData.LaunchSpecifications[].SecurityGroups[].GroupId'],
    publicUnless: 'subnet',
  },
  'AWS::ECS::CapacityProvider': {
    subnets: ['ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.Subnets[]'],
    groups: ['ManagedInstancesProvider.InstanceLaunchTemplate.NetworkConfiguration.SecurityGroups[]'],
    publicUnless: 'subnet',
  },
  'AWS::ECS::ExpressGatewayService': {
    subnets: ['NetworkConfiguration.Subnets[]'],
    groups: ['NetworkConfiguration.SecurityGroups[]'],
    made: 'unless named',
    publicUnless: 'subnet',
  },
  'AWS::GameLift::GameServerGroup': { subnets: ['VpcSubnets[]'], groups: [], publicUnless: 'subnet' },
  'AWS::ImageBuilder::InfrastructureConfiguration': {
    subnets: ['SubnetId'],
    groups: [PLAIN_GROUPS],
    publicUnless: 'subnet',
  },
  'AWS::OpsWorks::Instance': { subnets: ['SubnetId'], groups: [], made: 'always', publicUnless: 'subnet' },
  'AWS::OpsWorksCM::Server': {
    subnets: [PLAIN],
    groups: [PLAIN_GROUPS],
    made: 'unless named',
    publicAt: { path: 'AssociatePublicIpAddress', means: YES_NO },
    publicUnless: true,
  },
  ...Object.fromEntries(
    ['AWS::Timestream::InfluxDBCluster', 'AWS::Timestream::InfluxDBInstance'].map((type) => [
      type,
      {
        subnets: ['VpcSubnetIds[]'],
        groups: ['VpcSecurityGroupIds[]'],
        publicAt: { path: 'PubliclyAccessible', means: YES_NO },
        publicUnless: false,
      },
    ]),
  ),
  'AWS::WorkspacesInstances::WorkspaceInstance': {
    subnets: ['ManagedInstance.SubnetId', 'ManagedInstance.NetworkInterfaces[].SubnetId'],
    groups: ['ManagedInstance.NetworkInterfaces[].Groups[]'],
    publicAt: { path: 'ManagedInstance.NetworkInterfaces[].AssociatePublicIpAddress', means: YES_NO },
    publicUnless: 'subnet',
  },
};

const listed = (paths: string): readonly string[] => (paths === '' ? [] : paths.split(','));

/** Services of AWS that put network interfaces into subnets. */
export const SERVICE_PLACES: Readonly<Record<string, PlaceSource>> = {
  ...Object.fromEntries(
    [...ROWS, ...MADE].map(([type, subnets, groups, made]): readonly [string, PlaceSource] => [
      type,
      {
        subnets: listed(subnets),
        groups: listed(groups),
        publicUnless: false,
        ...(made === undefined ? {} : { made }),
      },
    ]),
  ),
  ...PUBLIC,
  'AWS::DMS::ReplicationConfig': subnetGroup(
    'ComputeConfig.ReplicationSubnetGroupId',
    PLAIN,
    'ComputeConfig.VpcSecurityGroupIds[]',
  ),
  'AWS::Redshift::EndpointAccess': subnetGroup('SubnetGroupName', PLAIN, 'VpcSecurityGroupIds[]'),
};
