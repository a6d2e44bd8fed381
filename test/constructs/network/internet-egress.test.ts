import { BlockPublicAccess, InternetEgress, ZonedVpc } from '../../../constructs/network';
import { HubAttachment } from '../../../constructs/network/hub-attachment';
import { hubNetwork } from './support/hub-network';
import { ARCHIVE, networkStack, ofType } from './support/network';

const ZONES = ['ap-east-1a', 'ap-east-1b'];

function egressVpc(internetGateway: boolean, zonalRoutes: boolean) {
  const stack = networkStack();
  const vpc = new ZonedVpc(stack, 'egress', {
    cidr: '10.64.0.0/20',
    availabilityZones: ZONES,
    zones: [
      { name: 'internet-dmz', subnets: ['10.64.0.0/24', '10.64.1.0/24'] },
      { name: 'application', subnets: ['10.64.2.0/24', '10.64.3.0/24'] },
    ],
    internetGateway,
    flowLogs: ARCHIVE,
  });
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId: 'tgw-0123456789abcdef0',
    subnets: ['10.64.15.0/28', '10.64.15.16/28'],
    zonalRoutes,
  });
  const egress = (zone = 'internet-dmz', from = attachment) =>
    new InternetEgress(stack, 'Egress', { zone: vpc.zone(zone), attachment: from, sources: ['10.64.0.0/16'] });
  return { stack, vpc, attachment, egress };
}

test('what the hub sends leaves by the NAT gateway of its availability zone, under a fixed address', () => {
  const { stack, attachment, egress } = egressVpc(true, true);
  expect(egress().publicAddresses).toHaveLength(2);
  const routes = ofType(stack, 'AWS::EC2::Route').filter((route) => 'NatGatewayId' in route);
  expect(routes.map(({ RouteTableId }) => RouteTableId)).toEqual(
    attachment.subnets.map(({ routeTableId }) => stack.resolve(routeTableId) as object),
  );
  const [gateway] = ofType(stack, 'AWS::EC2::NatGateway');
  expect(gateway).toMatchObject({ ConnectivityType: 'public', AllocationId: {}, SubnetId: {} });
});

test('network ACLs open for the ports of flows, and for answers', () => {
  const { stack, egress } = egressVpc(true, true);
  egress().allow({ name: 'red/application', cidrs: ['10.64.16.0/24'] }, 443, {
    reason: 'Needed by the service, and approved',
    domains: ['a.example.com'],
  });
  const anywhere = ofType(stack, 'AWS::EC2::NetworkAclEntry').filter(({ CidrBlock }) => CidrBlock === '0.0.0.0/0');
  const said = anywhere.map(({ Egress, PortRange }) => `${Egress ? 'out' : 'in'} ${JSON.stringify(PortRange)}`);
  const expected = ['out {"From":443,"To":443}', 'in {"From":1024,"To":65535}'];
  expect(said.toSorted()).toEqual([...expected, ...expected].toSorted());
});

test('block public access may let its zone out without letting anything in', () => {
  const { stack, vpc } = egressVpc(true, true);
  new BlockPublicAccess(stack, 'Block').exclude(vpc.zone('internet-dmz'), 'egress');
  expect(ofType(stack, 'AWS::EC2::VPCBlockPublicAccessExclusion')).toMatchObject([
    { InternetGatewayExclusionMode: 'allow-egress' },
    { InternetGatewayExclusionMode: 'allow-egress' },
  ]);
});

describe('refuses', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'a zone inside',
      () => egressVpc(true, true).egress('application'),
      /\[Network\/Egress\] zone: found egress\/application/,
    ],
    [
      'a VPC without a gateway',
      () => egressVpc(false, true).egress(),
      /has no way to the internet, expected a zone that faces/,
    ],
    ['one route table', () => egressVpc(true, false).egress(), /found one route table.*set zonalRoutes: true/],
    [
      'an attachment of another VPC',
      () => {
        const { stack, egress } = egressVpc(true, true);
        const vpc = new ZonedVpc(stack, 'other', {
          cidr: '10.65.0.0/20',
          availabilityZones: ZONES,
          zones: [{ name: 'data', subnets: ['10.65.0.0/24', '10.65.1.0/24'] }],
          flowLogs: ARCHIVE,
        });
        const other = new HubAttachment(stack, 'OtherAttachment', {
          vpc,
          transitGatewayId: 'tgw-0123456789abcdef0',
          subnets: ['10.65.15.0/28', '10.65.15.16/28'],
          zonalRoutes: true,
        });
        return egress('internet-dmz', other);
      },
      /attachment: found that of other, expected that of egress/,
    ],
    [
      'a way out of a zone inside without domains',
      () =>
        hubNetwork('at the hub').sender.allowTo({ name: 'internet', cidrs: ['0.0.0.0/0'] }, 80, {
          reason: 'Needed by the service, and approved',
        }),
      /is the internet, and zone application does not face it.*or `domains`/,
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
