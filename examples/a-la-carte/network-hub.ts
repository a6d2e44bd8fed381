import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import {
  AddressPools,
  BlockPublicAccess,
  GovernmentLink,
  HubAttachment,
  InspectionFirewall,
  INTERNET,
  InternetEgress,
  THREAT_RULE_GROUPS,
  TransitHub,
  TransitRouting,
  ZonedVpc,
} from '../../constructs/network';

const AVAILABILITY_ZONES = ['ap-east-1a', 'ap-east-1b'];
const NETWORK = ['10.64.0.0/14'];
const ACCEPTED = ['10.200.0.0/16'];
const REASON = 'The registry of container images is read';

/** A hub whose firewall stands at the gateway, the way out behind it, and the line to the government's own network. */
export function networkHubExample(app: App): Stack {
  const stack = new Stack(app, 'NetworkHub', { env: { account: '111122223333', region: 'ap-east-1' } });
  const log = { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) };
  const addresses = { region: 'ap-east-1', cidrs: NETWORK };
  const licensing = { department: 'licensing', environment: 'production', cidrs: ['10.64.48.0/21'] };
  new AddressPools(stack, 'Addresses', { regions: [addresses], departments: [{ ...addresses, ...licensing }] });
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['spokes', 'inspected', 'government'], flowLogs: log });
  const way = new ZonedVpc(stack, 'egress', {
    cidr: '10.64.0.0/24',
    availabilityZones: AVAILABILITY_ZONES,
    zones: [{ name: 'internet-dmz', subnets: ['10.64.0.0/27', '10.64.0.32/27'] }],
    internetGateway: true,
    flowLogs: log,
  });
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc: way,
    transitGatewayId: hub.transitGatewayId,
    subnets: ['10.64.0.224/28', '10.64.0.240/28'],
    zonalRoutes: true,
  });
  new BlockPublicAccess(stack, 'PublicAccess').exclude(way.zone('internet-dmz'), 'egress');
  const wayOut = new InternetEgress(stack, 'Egress', { zone: way.zone('internet-dmz'), attachment, sources: NETWORK });
  const firewall = new InspectionFirewall(stack, 'Firewall', {
    transitGatewayId: hub.transitGatewayId,
    availabilityZones: AVAILABILITY_ZONES,
    inspected: NETWORK,
    beyond: ACCEPTED,
    logs: { bucketName: 'government-archive-network' },
    managedRuleGroups: THREAT_RULE_GROUPS,
    wayOut,
  });
  const department = { name: 'licensing/application', cidrs: ['10.64.48.0/23'] };
  firewall.allow(department, INTERNET, 443, { reason: REASON, domains: ['registry.example.com'] });
  const line = new GovernmentLink(stack, 'government-network', {
    transitGatewayId: hub.transitGatewayId,
    by: { directConnect: {} },
    announced: ['10.64.48.0/21'],
    accepted: ACCEPTED,
    log,
  });
  const tables = { inspection: 'firewall', own: 'government', inspected: 'inspected' };
  new TransitRouting(stack, 'Routing', {
    hub,
    attachments: [
      { name: 'firewall', attachmentId: firewall.attachmentId, associate: 'inspected' },
      { name: 'egress', attachmentId: attachment.attachmentId, associate: 'spokes', propagate: ['inspected'] },
      line.routed(tables),
    ],
    routes: [
      { routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'firewall' },
      { routeTable: 'inspected', cidr: '0.0.0.0/0', to: 'egress' },
      ...line.routes(tables),
    ],
  });
  return stack;
}
