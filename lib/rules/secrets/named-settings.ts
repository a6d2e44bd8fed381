import type { Resource } from '../../template';
import { inList, inMap, type Variable } from './variables';

const HTTP_PARAMETERS = ['InvocationHttpParameters', 'OAuthParameters.OAuthHttpParameters'].flatMap((owner) =>
  ['BodyParameters', 'HeaderParameters', 'QueryStringParameters'].map((kind) => `AuthParameters.${owner}.${kind}`),
);

/**
 * Settings whose names somebody chose, and which the service keeps or hands on: right there is a reference to a store.
 * Custom resources take any property. Source: the CloudFormation resource reference.
 */
export const NAMED_SETTINGS: Readonly<Record<string, readonly ((resource: Resource) => readonly Variable[])[]>> = {
  'AWS::CloudFormation::CustomResource': [inMap('')],
  'AWS::CloudFormation::Stack': [inMap('Parameters')],
  'AWS::CloudFormation::StackSet': [
    inList('Parameters', 'ParameterKey', 'ParameterValue'),
    inList('StackInstancesGroup[].ParameterOverrides', 'ParameterKey', 'ParameterValue'),
  ],
  'AWS::CodePipeline::Pipeline': [inMap('Stages[].Actions[].Configuration')],
  'AWS::Events::Connection': HTTP_PARAMETERS.map((path) => inList(path, 'Key')),
  'AWS::Glue::Connection': [inMap('ConnectionInput.ConnectionProperties')],
  'AWS::KafkaConnect::Connector': [inMap('ConnectorConfiguration')],
  'AWS::MWAA::Environment': [inMap('AirflowConfigurationOptions')],
  'AWS::Serverless::Application': [inMap('Parameters')],
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct': [inList('ProvisioningParameters', 'Key')],
};
