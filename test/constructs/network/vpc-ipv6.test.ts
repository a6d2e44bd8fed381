import { aws_ec2 as ec2, type Stack } from 'aws-cdk-lib';
import fc from 'fast-check';
import {
  HubAttachment,
  InspectionFirewall,
  INTERNET,
  Zone,
  type Ipv6Choice,
  type ZonedVpcProps,
} from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { departmentVpc, networkStack, ofType, perimeterVpc, resources, thirds, ZONES_A_TO_C } from './support/network';

const POOL = 'ipam-pool-0123456789abcdef0';
const STATED = { ipamPoolId: POOL, cidr: 'fd12:3456:789a:2000::/56' };
const REASON = 'A reason for the reviewer';

const ZONES = ['application', 'data', 'management'].map((name, index) => ({ name, subnets: thirds(32 + index * 4) }));

function build(props: Partial<ZonedVpcProps>) {
  const stack = networkStack();
  const vpc = departmentVpc(stack, 'licensing', props);
  const attachment = new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId: 'tgw-0123456789abcdef0',
    subnets: vpc.availabilityZones.map((_, index) => `10.64.47.${index * 16}/28`),
  });
  return { stack, vpc, attachment };
}

describe('a block of a pool that is stated', () => {
  const { stack, vpc } = build({ ipv6: STATED });
  vpc.zone('application').allowTo(vpc.zone('data'), 15432, { reason: REASON });

  test('is associated, and gives every subnet the /64 at the place of its zone', () => {
    expect(ofType(stack, 'AWS::EC2::VPCCidrBlock')).toMatchObject([
      { Ipv6CidrBlock: STATED.cidr, Ipv6IpamPoolId: POOL },
    ]);
    const subnets = ofType(stack, 'AWS::EC2::Subnet');
    expect(subnets.map((subnet) => subnet['Ipv6CidrBlock'])).toEqual([
      ...['c', 'd', 'e'].map((place) => `fd12:3456:789a:200${place}::/64`),
      ...['14', '15', '16'].map((place) => `fd12:3456:789a:20${place}::/64`),
      ...['10', '11', '12'].map((place) => `fd12:3456:789a:20${place}::/64`),
      ...['1c', '1d', '1e'].map((place) => `fd12:3456:789a:20${place}::/64`),
    ]);
    for (const subnet of subnets) expect(subnet['AssignIpv6AddressOnCreation']).toBe(false);
  });

  test('is there before the subnets', () => {
    const [association] = Object.entries(resources(stack)).filter(([, { Type }]) => Type === 'AWS::EC2::VPCCidrBlock');
    const subnets = Object.values(resources(stack)).filter(({ Type }) => Type === 'AWS::EC2::Subnet');
    for (const subnet of subnets) expect(subnet.DependsOn).toEqual([association?.[0]]);
  });

  test('lets the attachment pass IPv6', () => {
    expect(ofType(stack, 'AWS::EC2::TransitGatewayAttachment')).toMatchObject([{ Options: { Ipv6Support: 'enable' } }]);
  });

  test('costs one rule of a network ACL for each of IPv4’s, whatever the number of availability zones', () => {
    const entries = ofType(stack, 'AWS::EC2::NetworkAclEntry').filter((entry) => entry['PortRange'] !== undefined);
    const toData = entries.filter((entry) => JSON.stringify(entry['PortRange']) === '{"From":15432,"To":15432}');
    expect(toData.map((entry) => String(entry['Ipv6CidrBlock'] ?? entry['CidrBlock'])).toSorted()).toEqual([
      '10.64.32.0/23',
      '10.64.34.0/24',
      '10.64.36.0/23',
      '10.64.38.0/24',
      'fd12:3456:789a:200c::/62',
      'fd12:3456:789a:2014::/62',
    ]);
  });

  test('leads nowhere else, and has no finding', () => {
    expect(ofType(stack, 'AWS::EC2::EgressOnlyInternetGateway')).toEqual([]);
    expect(ofType(stack, 'AWS::EC2::Route')).toEqual([]);
    expect(unacknowledged(stack)).toEqual([]);
  });
});

test.each<[string, Ipv6Choice, Record<string, unknown>]>([
  ['Amazon’s', 'amazon', { AmazonProvidedIpv6CidrBlock: true }],
  [
    'one that a pool gives at deployment',
    { ipamPoolId: POOL, netmaskLength: 52 },
    { Ipv6IpamPoolId: POOL, Ipv6NetmaskLength: 52 },
  ],
])('a block may be %s: subnets are cut from it at deployment', (_, ipv6, expected) => {
  const { stack } = build({ ipv6, availabilityZones: ZONES_A_TO_C.slice(0, 1), zones: ZONES.map(one) });
  expect(ofType(stack, 'AWS::EC2::VPCCidrBlock')).toMatchObject([expected]);
  const cut = ofType(stack, 'AWS::EC2::Subnet').map((subnet) => JSON.stringify(subnet['Ipv6CidrBlock']));
  expect(new Set(cut).size).toBe(4);
  for (const text of cut)
    expect(text).toMatch(/^\{"Fn::Select":\[\d+,\{"Fn::Cidr":\[.*Ipv6CidrBlocks.*,32,"64"\]\}\]\}$/);
});

test('rules that name blocks cut at deployment wait for them', () => {
  const { stack, vpc } = build({ ipv6: 'amazon', networkAclRuleQuota: 40 });
  vpc.zone('application').allowTo(vpc.zone('data'), 15432, { reason: REASON });
  const peer = { name: 'shared/management', cidrs: ['10.64.80.0/24'], ipv6Cidrs: ['fd12:3456:789a:200::/62'] };
  vpc.zone('data').allowFrom(peer, 443, { reason: REASON });
  const all = Object.entries(resources(stack));
  const association = all.find(([, { Type }]) => Type === 'AWS::EC2::VPCCidrBlock')?.[0];
  const naming = all.filter(([, { Properties }]) => JSON.stringify(Properties).includes('Ipv6CidrBlocks'));
  const entries = naming.filter(([, { Type }]) => Type === 'AWS::EC2::NetworkAclEntry').map(([id]) => id);
  for (const place of [/^Attachment/, /data/, /application/]) expect(entries.some((id) => place.test(id))).toBe(true);
  for (const [, { DependsOn }] of naming) expect(DependsOn).toEqual([association]);
});

/** Two VPCs of Amazon's blocks with a flow between them that a firewall inspects, beside `others` of them. */
function inspectedPair(others = 0): Stack {
  const stack = networkStack();
  const single = { ipv6: 'amazon', availabilityZones: ZONES_A_TO_C.slice(0, 1) } as const;
  const vpc = (id: string, zoneName: string, third: number, props: Partial<ZonedVpcProps> = single) =>
    departmentVpc(stack, id, {
      cidr: `10.64.${third}.0/22`,
      zones: [{ name: zoneName, subnets: [`10.64.${third}.0/24`] }],
      ...props,
    });
  for (let index = 0; index < others; index += 1) vpc(`other-${index}`, 'application', 24 + 4 * index);
  const middle = vpc('inspection', 'inspection', 8, { ...single, ipv6: STATED });
  const firewall = new InspectionFirewall(stack, 'Firewall', {
    zone: middle.zone('inspection'),
    attachment: new HubAttachment(stack, 'Attachment', {
      vpc: middle,
      transitGatewayId: 'tgw-0123456789abcdef0',
      subnets: ['10.64.11.0/28'],
      applianceMode: true,
    }),
    inspected: ['10.64.0.0/14'],
    ipv6Inspected: ['2406:da1e::/32'],
    logs: { bucketName: 'archive' },
  });
  const [from, to] = [vpc('portal', 'application', 16).zone('application'), vpc('licensing', 'data', 20).zone('data')];
  from.allowTo(to, 15432, { reason: REASON });
  firewall.allow(from, to, 15432, { reason: REASON });
  return stack;
}

describe('rules that name blocks of other networks which are cut at deployment', () => {
  const all = Object.entries(resources(inspectedPair()));

  test('wait for them: of groups, network ACLs and the firewall', () => {
    const blocks = all.filter(([, { Type }]) => Type === 'AWS::EC2::VPCCidrBlock');
    const naming = blocks.flatMap(([block, { Properties }]) => {
      const read = JSON.stringify({ 'Fn::GetAtt': [refOf(Properties['VpcId']), 'Ipv6CidrBlocks'] });
      return all.flatMap(([id, resource]) =>
        JSON.stringify(resource.Properties).includes(read) ? [{ id, block, resource }] : [],
      );
    });
    const types = new Set(naming.map(({ resource: { Type } }) => Type));
    expect([...types].toSorted()).toEqual([
      'AWS::EC2::NetworkAclEntry',
      'AWS::EC2::SecurityGroupEgress',
      'AWS::EC2::SecurityGroupIngress',
      'AWS::EC2::Subnet',
      'AWS::NetworkFirewall::RuleGroup',
    ]);
    const early = naming.filter(({ block, resource: { DependsOn = [] } }) => !DependsOn.includes(block));
    expect(early.map(({ id }) => id)).toEqual([]);
  });

  test('keep the numbers of firewall rules when other VPCs come', () => {
    const rules = (stack: Stack) => JSON.stringify(ofType(stack, 'AWS::NetworkFirewall::RuleGroup'));
    expect(rules(inspectedPair(1))).toBe(rules(inspectedPair()));
  });
});

const refOf = (value: unknown) => (value as { readonly Ref: string }).Ref;

test.each<[string, Ipv6Choice, number]>([
  ['which the internet routes', { ipamPoolId: POOL, cidr: '2406:da1e:789a::/56' }, 1],
  ['of the private scope', { ipamPoolId: POOL, cidr: '2406:da1e:789a::/56', internet: false }, 0],
  ['that are private by themselves', STATED, 0],
])('addresses %s: the internet is led to by IPv6, or not', (_, ipv6, routes) => {
  const stack = networkStack();
  const vpc = perimeterVpc(stack, 'perimeter', {
    ipv6,
    availabilityZones: ZONES_A_TO_C.slice(0, 1),
    zones: [{ name: 'internet-dmz', subnets: ['10.64.0.0/24'] }],
  });
  vpc.zone('internet-dmz').allowFrom(INTERNET, 443, { reason: REASON });
  const named = (type: string, property: string) => ofType(stack, type).filter((each) => each[property] === '::/0');
  expect(named('AWS::EC2::Route', 'DestinationIpv6CidrBlock')).toHaveLength(routes);
  expect(named('AWS::EC2::SecurityGroupIngress', 'CidrIpv6')).toHaveLength(routes);
});

const one = ({ name, subnets: [first = ''] }: (typeof ZONES)[number]) => ({ name, subnets: [first] });

test('nothing of a VPC moves when IPv6 is added, and no /64 when zones and availability zones come and go', () => {
  const subnetsOf = (props: Partial<ZonedVpcProps>) =>
    new Map(
      Object.entries(resources(build(props).stack)).flatMap(([id, { Type, Properties }]) =>
        Type === 'AWS::EC2::Subnet' ? [[id, Properties] as const] : [],
      ),
    );
  const whole = subnetsOf({ ipv6: STATED });
  expect([...subnetsOf({}).keys()]).toEqual([...whole.keys()]);
  const some = fc.tuple(fc.shuffledSubarray(ZONES, { minLength: 1 }), fc.integer({ min: 1, max: 3 }));
  fc.assert(
    fc.property(some, ([zones, count]) => {
      const fewer = subnetsOf({
        ipv6: STATED,
        availabilityZones: ZONES_A_TO_C.slice(0, count),
        zones: zones.map(({ name, subnets }) => ({ name, subnets: subnets.slice(0, count) })),
      });
      for (const [id, properties] of fewer) expect(whole.get(id)).toEqual(properties);
    }),
    { seed: 6, numRuns: 4 },
  );
});

test('a VPC of one’s own says the blocks of its zones', () => {
  const stack = networkStack();
  const vpc = new ec2.Vpc(stack, 'Own', {
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    subnetConfiguration: [{ name: 'front', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  const ipv6 = { cidrs: ['fd12:3456:789a:100::/64'], vpcCidrs: ['fd12:3456:789a:100::/56'] };
  const subnets = vpc.isolatedSubnets;
  const zone = new Zone(stack, 'Zone', { zoneName: 'application', vpc, vpcName: 'own', subnets, ipv6 });
  const peer = { name: 'shared/management', cidrs: ['10.64.80.0/24'], ipv6Cidrs: ['fd12:3456:789a:200::/62'] };
  zone.allowTo(peer, [], { reason: REASON, protocol: 'icmp' });
  expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress')).toMatchObject([
    { CidrIp: '10.64.80.0/24', IpProtocol: 'icmp' },
    { CidrIpv6: 'fd12:3456:789a:200::/62', IpProtocol: 'icmpv6' },
  ]);
  const own = { name: 'x/y', cidrs: ['10.64.80.0/24'], ipv6Cidrs: ['fd12:3456:789a:1ff::/64'] };
  expect(() => zone.allowTo(own, 443, { reason: REASON })).toThrow(/1ff::\/64 of x\/y overlaps the VPC's own fd12:/);
});

describe('refuses', () => {
  test.each<[string, Ipv6Choice, RegExp]>([
    [
      'a block without room',
      { ipamPoolId: POOL, cidr: 'fd12:3456:789a:2000::/60' },
      /\[Network\/licensing\] ipv6: found a block of \/60, expected \/44 to \/56 in steps of four, which has a \/64 for each of 32 subnets/,
    ],
    ['a length that AWS does not give', { ipamPoolId: POOL, netmaskLength: 54 }, /found a block of \/54/],
    [
      'IPv4',
      { ipamPoolId: POOL, cidr: '10.64.32.0/20' },
      /ipv6 cidr: found the IPv4 block 10.64.32.0\/20, expected IPv6/,
    ],
    [
      'what AWS keeps for itself',
      { ipamPoolId: POOL, cidr: 'fd00:1:2::/56' },
      /ipv6 cidr: found fd00:1:2::\/56, which no pool of IPAM has, expected private addresses \(fd00::\/8 without fd00::\/16/,
    ],
    [
      'what is no block',
      { ipamPoolId: POOL, cidr: 'fd12::1/56' },
      /ipv6 cidr: found "fd12::1\/56", expected an IPv6 addr/,
    ],
  ])('%s', (_, ipv6, message) => {
    expect(() => build({ ipv6 })).toThrow(message);
  });

  test('families of a peer that are mixed', () => {
    const { vpc } = build({});
    const allow = (peer: object) => () =>
      vpc.zone('data').allowTo({ name: 'x', cidrs: ['10.64.80.0/24'], ...peer }, 443, { reason: REASON });
    expect(allow({ cidrs: ['fd12::/64'] })).toThrow(
      /peer x: found the IPv6 block fd12::\/64, expected IPv4 alone; .*ipv6Cidrs/,
    );
    expect(allow({ ipv6Cidrs: ['10.64.80.0/24'] })).toThrow(
      /peer x: found the IPv4 block 10.64.80.0\/24, expected IPv6/,
    );
  });

  test('routes of IPv6 for a zone that has none', () => {
    const { attachment } = build({});
    expect(() => attachment.routeZones(['data'], ['fd12::/48'])).toThrow(/found fd12::\/48, and zone data has no IPv6/);
  });

  test('rules beyond the quota, in which AWS denies each family what is left', () => {
    const { vpc } = build({ ipv6: STATED });
    const open = (port: number) => vpc.zone('data').allowFrom(vpc.zone('application'), port, { reason: REASON });
    expect(() => [8000, 8001, 8002, 8003].forEach(open)).toThrow(
      /needs ingress rule 19, and the quota of 20 includes the final deny of each family/,
    );
  });
});
