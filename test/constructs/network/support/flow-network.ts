import { aws_elasticloadbalancingv2 as elb, type Stack } from 'aws-cdk-lib';
import {
  HubAttachment,
  InspectionFirewall,
  INTERNET,
  TransitHub,
  TransitRouting,
  ZonedVpc,
  type Zone,
  type ZonedVpcProps,
} from '../../../../constructs/network';
import { ARCHIVE, networkStack } from './network';

const SPACE = ['10.64.0.0/14'];
const AVAILABILITY_ZONES = ['ap-east-1a'];

const IPV6_SPACE = 'fd12:3456:789a::/48';

/**
 * A department, the VPC that faces the internet, the firewall between them, and flows of each kind, in one template.
 * @param ipv6 beside IPv4, for those of the VPCs that are named
 */
export function flowNetwork(ipv6: readonly string[] = []): Stack {
  const stack = networkStack('Flows');
  const hub = new TransitHub(stack, 'Hub', { routeTables: ['spokes', 'inspected'], flowLogs: ARCHIVE });
  const vpc = (id: string, third: number, zones: readonly string[], props: Partial<ZonedVpcProps> = {}) =>
    new ZonedVpc(stack, id, {
      cidr: `10.64.${third}.0/22`,
      availabilityZones: AVAILABILITY_ZONES,
      zones: zones.map((name, index) => ({ name, subnets: [`10.64.${third + index}.0/24`] })),
      flowLogs: ARCHIVE,
      ...(ipv6.includes(id)
        ? { ipv6: { ipamPoolId: 'ipam-pool-0123456789abcdef0', cidr: `fd12:3456:789a:${third}00::/56` } }
        : {}),
      ...props,
    });
  const ipv6Space = ipv6.length > 0 ? [IPV6_SPACE] : [];
  const attach = (own: ZonedVpc, third: number, props: object) =>
    new HubAttachment(own, 'ToHub', {
      vpc: own,
      transitGatewayId: hub.transitGatewayId,
      subnets: [`10.64.${third}.240/28`],
      ...props,
    });
  const middle = vpc('inspection', 8, ['inspection']);
  const attachment = attach(middle, 11, { applianceMode: true });
  const zone = middle.zone('inspection');
  const inspector = new InspectionFirewall(stack, 'Firewall', {
    zone,
    attachment,
    inspected: SPACE,
    ipv6Inspected: ipv6Space,
    logs: { bucketName: 'archive' },
  });
  const perimeter = vpc('perimeter', 0, ['internet-dmz'], { internetGateway: true });
  const portal = vpc('portal', 4, ['application', 'data']);
  const spoke = { inspector, destinations: [...SPACE, ...ipv6Space] };
  const attached = [
    { name: 'inspection', attachmentId: attachment.attachmentId, associate: 'inspected' },
    ...[perimeter, portal].map((own, index) => ({
      name: own.vpcName,
      attachmentId: attach(own, index * 4 + 3, spoke).attachmentId,
      associate: 'spokes',
      propagate: ['inspected'],
    })),
  ];
  const routes = ['0.0.0.0/0', ...ipv6Space].map((cidr) => ({ routeTable: 'spokes', cidr, to: 'inspection' }));
  new TransitRouting(stack, 'Routing', { hub, attachments: attached, routes });
  const dmz = perimeter.zone('internet-dmz');
  new elb.CfnLoadBalancer(stack, 'Front', {
    scheme: 'internet-facing',
    subnets: dmz.subnets.map((subnet) => subnet.subnetId),
    securityGroups: dmz.securityGroups.map((group) => group.securityGroupId),
  });
  declare(dmz, portal.zone('application'), portal.zone('data'));
  return stack;
}

function declare(dmz: Zone, application: Zone, data: Zone): void {
  const reason = 'A reason for the reviewer';
  dmz.allowFrom(INTERNET, 443, { reason });
  dmz.allowTo(application, [443, 8443], { reason });
  application.allowTo(data, 15432, { reason });
  // Against the first way, on a port in the range of its answers.
  application.allowTo(dmz, 3128, { reason });
  data.allowTo(application, [], { reason, protocol: 'icmp' });
}
