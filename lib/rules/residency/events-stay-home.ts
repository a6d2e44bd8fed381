import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::AppFlow::ConnectorProfile': { region: ['ConnectorProfileConfig.ConnectorProfileProperties.Snowflake.Region'] },
  'AWS::AppSync::DataSource': {
    region: [
      'DynamoDBConfig.AwsRegion',
      'OpenSearchServiceConfig.AwsRegion',
      'RelationalDatabaseConfig.RdsHttpEndpointConfig.AwsRegion',
    ],
  },
  'AWS::AppSync::GraphQLApi': { region: ['UserPoolConfig.AwsRegion'] },
  'AWS::DataSync::Task': { arn: ['DestinationLocationArn'] },
  'AWS::Events::Endpoint': {
    region: ['RoutingConfig.FailoverConfig.Secondary.Route'],
    arn: ['EventBuses[].EventBusArn'],
  },
  'AWS::Events::Rule': { arn: ['Targets[].Arn'] },
  'AWS::IoT::TopicRule': { arn: ['TopicRulePayload.Actions[].Kafka.DestinationArn'] },
  'AWS::KinesisFirehose::DeliveryStream': {
    region: ['ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.Region'],
  },
  'AWS::Lambda::EventInvokeConfig': {
    arn: ['DestinationConfig.OnSuccess.Destination', 'DestinationConfig.OnFailure.Destination'],
  },
  'AWS::Pipes::Pipe': { arn: ['Target'] },
  'AWS::SNS::Subscription': { region: ['Region'], arn: ['Endpoint'] },
  'AWS::Scheduler::Schedule': { arn: ['Target.Arn'] },
};

/** Targets of rules, pipes and schedules, subscriptions and streams, by the region or ARN that they name. */
export const eventsStayHome: Rule = {
  id: 'events-stay-home',
  control: 'RES-08',
  severity: 'high',
  message: 'Events or messages are sent to another region.',
  remediation: 'Name targets in a region of the profile only.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
