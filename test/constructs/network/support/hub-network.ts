import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  GovernmentLink,
  HubAttachment,
  InspectionFirewall,
  InternetEgress,
  TransitHub,
  TransitRouting,
  ZonedVpc,
  type GovernmentLinkProps,
  type InspectionOptions,
} from '../../../../constructs/network';
import { reachabilityOf, type Reachability } from '../../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../../lib/template';
import { ARCHIVE, logKey, networkStack } from './network';

/** Where the firewall of a small hub stands. */
export type Stands = 'in a VPC' | 'at the hub';

const ZONES = ['ap-east-1a', 'ap-east-1b'];
const SPACE = ['10.64.0.0/16'];
const REASON = 'Needed by the service, and approved';

/** A VPC of a zone or two with an attachment, in two availability zones; the third octet of its /20 is given. */
function attached(stack: Stack, hub: TransitHub, name: string, third: number, zones: readonly string[], props = {}) {
  const vpc = new ZonedVpc(stack, name, {
    cidr: `10.64.${third}.0/20`,
    availabilityZones: ZONES,
    zones: zones.map((zone, index) => ({
      name: zone,
      subnets: [0, 1].map((offset) => `10.64.${third + index * 2 + offset}.0/24`),
    })),
    internetGateway: zones.includes('internet-dmz'),
    flowLogs: ARCHIVE,
  });
  const attachment = new HubAttachment(stack, `${name}-attachment`, {
    vpc,
    transitGatewayId: hub.transitGatewayId,
    subnets: [`10.64.${third + 15}.0/28`, `10.64.${third + 15}.16/28`],
    ...props,
  });
  return { vpc, attachment };
}

/** The other end of a line, of which a block looks like the internet's. */
export const GOVERNMENT = { name: 'government-network', cidrs: ['10.200.0.0/16', '203.0.113.0/24'] };

/**
 * A hub with two departments, a firewall in one of two places, and one way out that a flow of one department uses.
 * @param by a line to another network, to which all addresses are announced, and that two flows use. @default none
 */
export function hubNetwork(stands: Stands, options: Partial<InspectionOptions> = {}, by?: GovernmentLinkProps['by']) {
  const stack = networkStack();
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['spokes', 'inspected', 'government'], flowLogs: ARCHIVE });
  const red = attached(stack, hub, 'red', 16, ['application', 'data']);
  const blue = attached(stack, hub, 'blue', 32, ['application']);
  const egress = attached(stack, hub, 'egress', 48, ['internet-dmz'], { zonalRoutes: true });
  const out = new InternetEgress(stack, 'Egress', {
    zone: egress.vpc.zone('internet-dmz'),
    attachment: egress.attachment,
    sources: SPACE,
  });
  const common = { inspected: SPACE, logs: { bucketName: 'archive' }, wayOut: out, ...options };
  const firewall = new InspectionFirewall(
    stack,
    'Firewall',
    stands === 'at the hub'
      ? { ...common, transitGatewayId: hub.transitGatewayId, availabilityZones: ZONES }
      : { ...common, ...inspection(stack, hub) },
  );
  const flow = { id: 'red-to-registry', reason: REASON, domains: ['registry.example.com', '.updates.example.org'] };
  const [sender, receiver] = [red.vpc.zone('application'), blue.vpc.zone('application')];
  sender.allowTo({ name: 'internet', cidrs: ['0.0.0.0/0'] }, 443, flow);
  firewall.allow(sender, { name: 'internet', cidrs: ['0.0.0.0/0'] }, 443, flow);
  sender.allowTo(receiver, 8443, { id: 'red-to-blue', reason: REASON });
  firewall.allow(sender, receiver, 8443, { id: 'red-to-blue', reason: REASON });
  red.attachment.routeZones(['application', 'data'], ['0.0.0.0/0']);
  blue.attachment.routeZones(['application'], ['0.0.0.0/0']);
  const link = by && lineOf(stack, hub, by);
  if (link) {
    const asked = { id: 'names', reason: REASON, protocol: 'udp' as const };
    sender.allowTo(GOVERNMENT, 53, asked);
    firewall.allow(sender, GOVERNMENT, 53, asked);
    receiver.allowFrom(GOVERNMENT, 443, { id: 'offices', reason: REASON });
    firewall.allow(GOVERNMENT, receiver, 443, { id: 'offices', reason: REASON });
  }
  const tables = { inspection: 'inspection', own: 'government', inspected: 'inspected' };
  const spoke = (name: string, { attachment }: { attachment: HubAttachment }) => ({
    name,
    attachmentId: attachment.attachmentId,
    associate: 'spokes',
    propagate: ['inspected'],
  });
  new TransitRouting(stack, 'Routing', {
    hub,
    attachments: [
      spoke('red', red),
      spoke('blue', blue),
      spoke('egress', egress),
      { name: 'inspection', attachmentId: firewall.attachmentId, associate: 'inspected' },
      ...(link ? [link.routed(tables)] : []),
    ],
    routes: [
      { routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection' },
      { routeTable: 'inspected', cidr: '0.0.0.0/0', to: 'egress' },
      { routeTable: 'inspected', cidr: '192.168.0.0/16', blackhole: true },
      ...(link ? link.routes(tables) : []),
    ],
  });
  return { stack, firewall, out, sender };
}

function lineOf(stack: Stack, hub: TransitHub, by: GovernmentLinkProps['by']): GovernmentLink {
  return new GovernmentLink(stack, 'Line', {
    linkName: GOVERNMENT.name,
    transitGatewayId: hub.transitGatewayId,
    by,
    announced: SPACE,
    accepted: GOVERNMENT.cidrs,
    log: { encryptionKey: logKey(stack) },
  });
}

function inspection(stack: Stack, hub: TransitHub) {
  const { vpc, attachment } = attached(stack, hub, 'inspection', 64, ['inspection'], { applianceMode: true });
  return { zone: vpc.zone('inspection'), attachment };
}

/** The network that a stack's template describes. */
export function provedOf(stack: Stack): Reachability {
  const body = Template.fromStack(stack).toJSON();
  return reachabilityOf(graphOf([templateFromObject('hub.json', body, { region: 'ap-east-1' })]));
}
