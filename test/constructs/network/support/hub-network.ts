import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  HubAttachment,
  InspectionFirewall,
  InternetEgress,
  TransitHub,
  TransitRouting,
  ZonedVpc,
  type InspectionOptions,
} from '../../../../constructs/network';
import { reachabilityOf, type Reachability } from '../../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../../lib/template';
import { ARCHIVE, networkStack } from './network';

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

/** A hub with two departments, a firewall in one of two places, and one way out that a flow of one department uses. */
export function hubNetwork(stands: Stands, options: Partial<InspectionOptions> = {}) {
  const stack = networkStack();
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['spokes', 'inspected'], flowLogs: ARCHIVE });
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
    ],
    routes: [
      { routeTable: 'spokes', cidr: '0.0.0.0/0', to: 'inspection' },
      { routeTable: 'inspected', cidr: '0.0.0.0/0', to: 'egress' },
      { routeTable: 'inspected', cidr: '192.168.0.0/16', blackhole: true },
    ],
  });
  return { stack, firewall, out, sender };
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
