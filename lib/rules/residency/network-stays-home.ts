import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::ARCRegionSwitch::Plan': { region: ['Regions'] },
  'AWS::CloudFront::RealtimeLogConfig': { arn: ['EndPoints[].KinesisStreamConfig.StreamArn'] },
  'AWS::CloudFront::TrustStore': { region: ['CaCertificatesBundleSource.CaCertificatesBundleS3Location.Region'] },
  'AWS::Cognito::UserPool': { region: ['SmsConfiguration.SnsRegion'], arn: ['EmailConfiguration.SourceArn'] },
  'AWS::Cognito::UserPoolDomain': { arn: ['CustomDomainConfig.CertificateArn'] },
  'AWS::EC2::IPAM': { region: ['OperatingRegions[].RegionName'] },
  'AWS::EC2::TrafficMirrorTarget': { arn: ['NetworkLoadBalancerArn'] },
  'AWS::EC2::TransitGatewayPeeringAttachment': { region: ['PeerRegion'] },
  'AWS::EC2::VPCEndpoint': { region: ['ServiceRegion'] },
  'AWS::EC2::VPCEndpointService': { region: ['SupportedRegions'] },
  'AWS::EC2::VPCPeeringConnection': { region: ['PeerRegion'] },
  'AWS::GlobalAccelerator::CrossAccountAttachment': { region: ['Resources[].Region'] },
  'AWS::GlobalAccelerator::EndpointGroup': { region: ['EndpointGroupRegion'] },
  'AWS::Lightsail::Distribution': { region: ['Origin.RegionName'] },
  'AWS::MediaConnect::RouterOutput': { region: ['RegionName'] },
  'AWS::NetworkManager::DirectConnectGatewayAttachment': { region: ['EdgeLocations'] },
  'AWS::NetworkManager::TransitGatewayPeering': { arn: ['TransitGatewayArn'] },
  'AWS::Route53::HostedZone': { region: ['VPCs[].VPCRegion'] },
  'AWS::Route53::RecordSet': { region: ['Region', 'GeoProximityLocation.AWSRegion'] },
  'AWS::Route53::RecordSetGroup': { region: ['RecordSets[].Region'] },
  'AWS::Route53GlobalResolver::GlobalResolver': { region: ['Regions', 'ObservabilityRegion'] },
  'AWS::SES::ConfigurationSetEventDestination': {
    arn: ['EventDestination.KinesisFirehoseDestination.DeliveryStreamARN'],
  },
  'AWS::SES::MultiRegionEndpoint': { region: ['Details.RouteDetails[].Region'] },
};

/** Peering, endpoints, zones’ VPCs and accelerators, by the region or ARN that they name. */
export const networkStaysHome: Rule = {
  id: 'network-stays-home',
  control: 'RES-11',
  message: 'A network path leads into another region.',
  remediation: 'Name regions of the profile only.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
