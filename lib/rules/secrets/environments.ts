import type { Resource } from '../../template';
import { inList, inMap, type Variable } from './variables';

/** Where programs get their variables, by resource type. Source: the CloudFormation resource reference. */
export const ENVIRONMENTS: Readonly<Record<string, readonly ((resource: Resource) => readonly Variable[])[]>> = {
  'AWS::Amplify::App': [inList('EnvironmentVariables'), inList('AutoBranchCreationConfig.EnvironmentVariables')],
  'AWS::Amplify::Branch': [inList('EnvironmentVariables')],
  'AWS::ApiGateway::Stage': [inMap('Variables')],
  'AWS::ApiGatewayV2::Stage': [inMap('StageVariables')],
  'AWS::AppRunner::Service': [
    inList('SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables'),
    inList('SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables'),
  ],
  'AWS::AppSync::GraphQLApi': [inMap('EnvironmentVariables')],
  'AWS::Batch::JobDefinition': [
    inList('ContainerProperties.Environment'),
    inList('EcsProperties.TaskProperties[].Containers[].Environment'),
    inList('NodeProperties.NodeRangeProperties[].Container.Environment'),
  ],
  'AWS::CodeBuild::Project': [inList('Environment.EnvironmentVariables')],
  'AWS::CodePipeline::Pipeline': [inList('Stages[].Actions[].EnvironmentVariables')],
  'AWS::ECS::DaemonTaskDefinition': [inList('ContainerDefinitions[].Environment')],
  'AWS::ECS::ExpressGatewayService': [inList('PrimaryContainer.Environment')],
  'AWS::ECS::TaskDefinition': [inList('ContainerDefinitions[].Environment')],
  'AWS::ElasticBeanstalk::ConfigurationTemplate': [inList('OptionSettings', 'OptionName')],
  'AWS::ElasticBeanstalk::Environment': [inList('OptionSettings', 'OptionName')],
  'AWS::Glue::Job': [inMap('DefaultArguments'), inMap('NonOverridableArguments')],
  'AWS::KinesisAnalyticsV2::Application': [
    inMap('ApplicationConfiguration.EnvironmentProperties.PropertyGroups[].PropertyMap'),
  ],
  'AWS::Lambda::Function': [inMap('Environment.Variables')],
  'AWS::Lightsail::Container': [inList('ContainerServiceDeployment.Containers[].Environment', 'Variable')],
  'AWS::Pipes::Pipe': [
    inList('TargetParameters.BatchJobParameters.ContainerOverrides.Environment'),
    inList('TargetParameters.EcsTaskParameters.Overrides.ContainerOverrides[].Environment'),
  ],
  'AWS::SageMaker::Model': [inMap('PrimaryContainer.Environment'), inMap('Containers[].Environment')],
  'AWS::SageMaker::ProcessingJob': [inMap('Environment')],
  'AWS::Serverless::Api': [inMap('Variables')],
  'AWS::Serverless::Function': [inMap('Environment.Variables')],
  'AWS::Serverless::HttpApi': [inMap('StageVariables')],
  'AWS::Synthetics::Canary': [inMap('RunConfig.EnvironmentVariables')],
};
