import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::APS::Scraper': { arn: ['Destination.AmpConfiguration.WorkspaceArn'] },
  'AWS::BCMDataExports::Export': { region: ['Export.DestinationConfigurations.S3Destination.S3Region'] },
  'AWS::CUR::ReportDefinition': { region: ['S3Region'] },
  'AWS::CloudWatch::MetricStream': { arn: ['FirehoseArn'] },
  'AWS::Config::AggregationAuthorization': { region: ['AuthorizedAwsRegion'] },
  'AWS::Config::ConfigurationAggregator': { region: ['OrganizationAggregationSource.AwsRegions'] },
  'AWS::EC2::FlowLog': { arn: ['LogDestination'] },
  'AWS::Logs::DeliveryDestination': { arn: ['DestinationResourceArn'] },
  'AWS::Logs::Destination': { arn: ['TargetArn'] },
  'AWS::Logs::SubscriptionFilter': { arn: ['DestinationArn'] },
  'AWS::Notifications::EventRule': { region: ['Regions'] },
  'AWS::Notifications::NotificationHub': { region: ['Region'] },
  'AWS::Oam::Link': { arn: ['SinkIdentifier'] },
  'AWS::ObservabilityAdmin::OrganizationCentralizationRule': {
    region: [
      'Rule.Destination.Region',
      'Rule.Destination.DestinationLogsConfiguration.BackupConfiguration.Region',
      'Rule.Source.Regions',
    ],
  },
  'AWS::Route53::HostedZone': { arn: ['QueryLoggingConfig.CloudWatchLogsLogGroupArn'] },
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': { arn: ['DestinationArn'] },
  'AWS::SSM::Association': { region: ['OutputLocation.S3Location.OutputS3Region'] },
  'AWS::SSM::MaintenanceWindowTask': { region: ['LoggingInfo.Region'] },
  'AWS::SSM::ResourceDataSync': { region: ['S3Destination.BucketRegion', 'BucketRegion', 'SyncSource.SourceRegions'] },
  'AWS::SSMIncidents::ReplicationSet': { region: ['Regions[].RegionName'] },
  'AWS::SecurityHub::AggregatorV2': { region: ['LinkedRegions'] },
  'AWS::SecurityHub::FindingAggregator': { region: ['Regions'] },
  'AWS::SecurityLake::DataLake': { region: ['ReplicationConfiguration.Regions'] },
  'AWS::VpcLattice::AccessLogSubscription': { arn: ['DestinationArn'] },
  'AWS::WAFv2::LoggingConfiguration': { arn: ['LogDestinationConfigs'] },
};

/** Aggregators, data syncs and destinations of logs, by the region or ARN that they name. */
export const logsStayHome: Rule = {
  id: 'logs-stay-home',
  control: 'RES-08',
  message: 'Logs, findings or inventories are sent to another region, or gathered from one.',
  remediation: 'Name regions of the profile only.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
