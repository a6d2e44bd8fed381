import { Template } from 'aws-cdk-lib/assertions';
import { HubAttachment, HubRoutes, INTERNET, type HubAttachmentProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import {
  departmentVpc,
  inspectionVpc,
  networkStack,
  ofType,
  perimeterVpc,
  resources,
  expectTemplate,
} from './support/network';

const GATEWAY = 'tgw-0123456789abcdef0';
const SUBNETS = ['10.64.47.0/28', '10.64.47.16/28', '10.64.47.32/28'];

function attached(props: Partial<HubAttachmentProps> = {}) {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId: GATEWAY,
    subnets: SUBNETS,
    ...props,
  });
  return { stack, vpc, attachment };
}

test('stands in subnets of its own, one for each availability zone, that belong to no zone', () => {
  const { stack, attachment } = attached();
  const [resource] = ofType(stack, 'AWS::EC2::TransitGatewayAttachment');
  expect(resource).toMatchObject({
    TransitGatewayId: GATEWAY,
    SubnetIds: stack.resolve(attachment.subnets.map((subnet) => subnet.subnetId)),
    Options: { ApplianceModeSupport: 'disable', DnsSupport: 'enable', Ipv6Support: 'disable' },
  });
  const own = ofType(stack, 'AWS::EC2::Subnet').filter((subnet) => SUBNETS.includes(String(subnet['CidrBlock'])));
  expect(own).toHaveLength(3);
  for (const subnet of own) {
    expect(subnet['Tags']).toContainEqual({ Key: 'lionrock:purpose', Value: 'hub-attachment' });
    expect(JSON.stringify(subnet['Tags'])).not.toContain('lionrock:zone');
    expect(subnet['MapPublicIpOnLaunch']).toBe(false);
  }
  expect(unacknowledged(stack)).toEqual([]);
});

test('passes the packets of declared flows, each way once, and nothing else', () => {
  const { stack, vpc } = attached();
  const reason = 'A reason for the reviewer';
  vpc.zone('application').allowTo({ name: 'shared/names', cidrs: ['10.64.80.0/24'] }, 53, { reason, protocol: 'udp' });
  vpc.zone('application').allowFrom({ name: 'perimeter/dmz', cidrs: ['10.64.0.0/24'] }, 443, { reason });
  const entries = ofType(stack, 'AWS::EC2::NetworkAclEntry').filter((entry) =>
    JSON.stringify(entry['NetworkAclId']).includes('Attachment'),
  );
  const passed = entries.map(({ Egress, CidrBlock, Protocol, PortRange }) => {
    const { From, To } = PortRange as { From: unknown; To: unknown };
    return `${Egress ? 'egress' : 'ingress'} ${CidrBlock} ${Protocol} ${From}-${To}`;
  });
  expect(passed.toSorted()).toEqual([
    'egress 10.64.32.0/20 17 1024-65535',
    'egress 10.64.32.0/20 6 443-443',
    'ingress 10.64.32.0/20 17 53-53',
    'ingress 10.64.32.0/20 6 1024-65535',
  ]);
});

test('leads to the internet by IPv4 alone, also where the VPC has IPv6', () => {
  const stack = networkStack();
  const ipv6 = { ipamPoolId: 'ipam-pool-0123456789abcdef0', cidr: 'fd12:3456:789a:2000::/56' };
  const vpc = departmentVpc(stack, 'licensing', { ipv6 });
  const destinations = ['0.0.0.0/0', '::/0'];
  new HubAttachment(stack, 'Attachment', { vpc, transitGatewayId: GATEWAY, subnets: SUBNETS, destinations });
  const options = { reason: 'A reason for the reviewer', domains: ['updates.example.com'] };
  vpc.zone('application').allowTo(INTERNET, 443, options);
  const entries = ofType(stack, 'AWS::EC2::NetworkAclEntry').filter(({ NetworkAclId }) =>
    JSON.stringify(NetworkAclId).includes('Attachment'),
  );
  expect(entries.map(({ CidrBlock }) => CidrBlock)).toEqual(['10.64.32.0/20', '10.64.32.0/20']);
  expect(ofType(stack, 'AWS::EC2::Route').map((route) => route['DestinationCidrBlock'])).toEqual(['0.0.0.0/0']);
});

test('in the hub’s own account routes a zone with the first flow that leaves the VPC', () => {
  const { stack, vpc } = attached({ destinations: ['10.64.0.0/14'] });
  const reason = 'A reason for the reviewer';
  vpc.zone('application').allowTo(vpc.zone('management'), 443, { reason });
  for (const port of [443, 8443]) {
    vpc.zone('data').allowFrom({ name: 'other/application', cidrs: ['10.64.80.0/24'] }, port, { reason });
  }
  expect(ofType(stack, 'AWS::EC2::Route')).toMatchObject([
    { RouteTableId: stack.resolve(vpc.zone('data').routeTableIds[0]), DestinationCidrBlock: '10.64.0.0/14' },
  ]);
});

test('routes the zones that it is told to, when the attachment is there', () => {
  const { stack, vpc, attachment } = attached();
  attachment.routeZones(['application'], ['10.64.0.0/14']);
  const routes = Object.values(resources(stack)).filter((found) => found.Type === 'AWS::EC2::Route');
  expect(routes).toMatchObject([
    {
      Properties: {
        RouteTableId: stack.resolve(vpc.zone('application').routeTableIds[0]),
        DestinationCidrBlock: '10.64.0.0/14',
        TransitGatewayId: GATEWAY,
      },
      DependsOn: [expect.stringMatching(/^Attachment/)],
    },
  ]);
});

test('tells the hub’s account its id', () => {
  const { stack } = attached({
    publish: { parameterName: '/government/attachments/licensing', shareWith: ['111122223334'] },
  });
  const [id] = Object.keys(Template.fromStack(stack).findResources('AWS::EC2::TransitGatewayAttachment'));
  expectTemplate(stack).hasResourceProperties('AWS::SSM::Parameter', {
    Name: '/government/attachments/licensing',
    Tier: 'Advanced',
    Value: { Ref: id },
  });
  expectTemplate(stack).hasResourceProperties('AWS::RAM::ResourceShare', { Principals: ['111122223334'] });
});

test('in appliance mode each availability zone has a route table', () => {
  const stack = networkStack();
  const { attachment } = inspectionVpc(stack);
  expect(new Set(attachment.subnets.map((subnet) => subnet.routeTableId)).size).toBe(3);
  expect(ofType(stack, 'AWS::EC2::TransitGatewayAttachment')).toMatchObject([
    { Options: { ApplianceModeSupport: 'enable' } },
  ]);
});

test('a hub of another account is reached from a stack of its own', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const zones = ['application', 'data'].map((name) => vpc.zone(name));
  new HubRoutes(stack, 'Routes', { zones, transitGatewayId: GATEWAY, destinations: ['10.64.0.0/14', '0.0.0.0/0'] });
  expect(ofType(stack, 'AWS::EC2::Route')).toHaveLength(4);
});

describe('refuses', () => {
  test.each<[string, Partial<HubAttachmentProps>, RegExp]>([
    [
      'subnets of a zone',
      { subnets: ['10.64.32.0/28', '10.64.47.16/28', '10.64.47.32/28'] },
      /subnets of the hub attachment: found 10.64.32.0\/28, which overlaps 10.64.32.0\/24 of application/,
    ],
    [
      'subnets outside the VPC',
      { subnets: ['10.99.0.0/28', '10.64.47.16/28', '10.64.47.32/28'] },
      /found 10.99.0.0\/28, expected a block inside the VPC's/,
    ],
    ['too few subnets', { subnets: SUBNETS.slice(1) }, /subnets of hub-attachment: found 2/],
  ])('%s', (_, props, message) => {
    expect(() => attached(props)).toThrow(message);
  });

  test('routes to the VPC itself', () => {
    expect(() => attached().attachment.routeZones(['data'], ['10.64.32.0/24'])).toThrow(
      /destinations: found 10.64.32.0\/24, which is inside the VPC's own 10.64.32.0\/20/,
    );
  });

  test('sending all away from a zone that routes it to the internet', () => {
    const stack = networkStack();
    const zones = [perimeterVpc(stack).zone('internet-dmz')];
    const props = { zones, transitGatewayId: GATEWAY, destinations: ['0.0.0.0/0'] };
    expect(() => new HubRoutes(stack, 'Routes', props)).toThrow(/found 0.0.0.0\/0 for zone internet-dmz/);
  });
});
