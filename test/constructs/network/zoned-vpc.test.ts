import { aws_ec2 as ec2, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { ZonedVpc, type ZonedVpcProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import {
  ARCHIVE,
  departmentVpc,
  inventory,
  logKey,
  networkStack,
  ofType,
  perimeterVpc,
  resources,
  thirds,
  expectTemplate,
} from './support/network';

test('makes these resources for three zones over three availability zones', () => {
  const stack = networkStack();
  departmentVpc(stack);
  expect(inventory(stack)).toMatchInlineSnapshot(`
   {
     "AWS::EC2::FlowLog": 1,
     "AWS::EC2::NetworkAcl": 3,
     "AWS::EC2::NetworkAclEntry": 48,
     "AWS::EC2::RouteTable": 3,
     "AWS::EC2::SecurityGroup": 3,
     "AWS::EC2::Subnet": 9,
     "AWS::EC2::SubnetNetworkAclAssociation": 9,
     "AWS::EC2::SubnetRouteTableAssociation": 9,
     "AWS::EC2::VPC": 1,
     "AWS::IAM::ManagedPolicy": 1,
     "AWS::IAM::Role": 1,
     "AWS::Lambda::Function": 1,
     "AWS::Route53Resolver::ResolverDNSSECConfig": 1,
     "AWS::Route53Resolver::ResolverQueryLoggingConfig": 1,
     "AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation": 1,
     "Custom::VpcRestrictDefaultSG": 1,
   }
  `);
});

test.each<[string, (stack: Stack) => void]>([
  ['a department’s VPC', (stack) => departmentVpc(stack)],
  ['the VPC that faces the internet', (stack) => perimeterVpc(stack)],
  [
    'a VPC that keeps its own flow logs',
    (stack) => departmentVpc(stack, 'own', { flowLogs: { encryptionKey: logKey(stack) } }),
  ],
])('%s has no finding that is not acknowledged', (_, build) => {
  const stack = networkStack();
  build(stack);
  expect(unacknowledged(stack)).toEqual([]);
});

describe('a department’s VPC', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);

  test('resolves names inside and empties its default security group', () => {
    expectTemplate(stack).hasResourceProperties('AWS::EC2::VPC', {
      CidrBlock: '10.64.32.0/20',
      EnableDnsHostnames: true,
      EnableDnsSupport: true,
    });
    expectTemplate(stack).resourceCountIs('Custom::VpcRestrictDefaultSG', 1);
  });

  test('has no way to the internet: no gateway, no NAT, no route but the local one', () => {
    for (const type of ['InternetGateway', 'NatGateway', 'EgressOnlyInternetGateway', 'Route']) {
      expectTemplate(stack).resourceCountIs(`AWS::EC2::${type}`, 0);
    }
  });

  test('gives no subnet public addresses, and each to its zone', () => {
    const subnets = ofType(stack, 'AWS::EC2::Subnet');
    expect(subnets).toHaveLength(9);
    for (const subnet of subnets) expect(subnet).toMatchObject({ MapPublicIpOnLaunch: false });
    for (const zone of ['application', 'data', 'management']) {
      expectTemplate(stack).resourcePropertiesCountIs(
        'AWS::EC2::Subnet',
        { Tags: Match.arrayWith([{ Key: 'lionrock:zone', Value: zone }]) },
        3,
      );
    }
  });

  test('routes and filters each zone by itself, with no allowing rule but the zone’s own addresses', () => {
    expectTemplate(stack).resourceCountIs('AWS::EC2::RouteTable', 3);
    expectTemplate(stack).resourceCountIs('AWS::EC2::NetworkAcl', 3);
    expectTemplate(stack).resourceCountIs('AWS::EC2::SubnetNetworkAclAssociation', 9);
    expectTemplate(stack).resourceCountIs('AWS::EC2::SubnetRouteTableAssociation', 9);
    const blocks = ofType(stack, 'AWS::EC2::NetworkAclEntry').map((entry) => String(entry['CidrBlock']));
    expect([...new Set(blocks)].toSorted()).toEqual([
      '10.64.32.0/23',
      '10.64.34.0/24',
      '10.64.36.0/23',
      '10.64.38.0/24',
      '10.64.40.0/23',
      '10.64.42.0/24',
    ]);
  });

  test('closes the security group of each zone', () => {
    const groups = ofType(stack, 'AWS::EC2::SecurityGroup');
    expect(groups).toHaveLength(3);
    for (const group of groups) {
      expect(group['SecurityGroupIngress']).toBeUndefined();
      // CDK's way to have no rule: an address that nothing has.
      expect(group['SecurityGroupEgress']).toMatchObject([{ CidrIp: '255.255.255.255/32' }]);
    }
  });

  test('records all traffic in the extended format', () => {
    expectTemplate(stack).hasResourceProperties('AWS::EC2::FlowLog', {
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: ARCHIVE.archiveBucketArn,
      MaxAggregationInterval: 60,
      LogFormat: Match.stringLikeRegexp('pkt-srcaddr.*flow-direction.*tcp-flags.*reject-reason'),
    });
  });

  test('is a VPC for constructs of CDK, with zones as subnet groups', () => {
    const { subnets } = vpc.vpc.selectSubnets({ subnetGroupName: 'data' });
    expect(subnets.map((subnet) => subnet.availabilityZone)).toEqual(['ap-east-1a', 'ap-east-1b', 'ap-east-1c']);
    expect(subnets).toEqual(vpc.zone('data').subnets);
    expect(vpc.zone('data').cidrs).toEqual(thirds(36));
    expect(vpc.vpc.publicSubnets).toEqual([]);
  });
});

test('members of a zone cannot open its security group', () => {
  const stack = networkStack();
  const { vpc, zone } = ((made) => ({ vpc: made.vpc, zone: made.zone('application') }))(departmentVpc(stack));
  const [group] = zone.securityGroups;
  if (!group) throw new Error('a zone has a security group');
  const machine = new ec2.Instance(stack, 'Machine', {
    vpc,
    vpcSubnets: { subnetGroupName: 'application' },
    instanceType: new ec2.InstanceType('t3.micro'),
    machineImage: ec2.MachineImage.genericLinux({ 'ap-east-1': 'ami-0123456789abcdef0' }),
    securityGroup: group,
  });
  machine.connections.allowFromAnyIpv4(ec2.Port.tcp(22));
  machine.connections.allowToAnyIpv4(ec2.Port.tcp(443));
  expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress')).toEqual([]);
  for (const found of ofType(stack, 'AWS::EC2::SecurityGroup')) expect(found['SecurityGroupIngress']).toBeUndefined();
});

test('only the zone that faces the internet gets the route to the gateway', () => {
  const stack = networkStack();
  const vpc = perimeterVpc(stack);
  const routes = ofType(stack, 'AWS::EC2::Route');
  expect(routes).toMatchObject([{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: expect.any(String) } }]);
  const [table] = vpc.zone('internet-dmz').routeTableIds;
  expect(routes[0]?.['RouteTableId']).toEqual(stack.resolve(table));
  expect(stack.resolve(vpc.zone('government-dmz').routeTableIds)).not.toContainEqual(stack.resolve(table));
  expect(vpc.vpc.publicSubnets).toEqual(vpc.zone('internet-dmz').subnets);
});

test('keeps its own flow logs encrypted, as long as the profile asks, and after the stack is gone', () => {
  const stack = networkStack();
  departmentVpc(stack, 'own', { flowLogs: { encryptionKey: logKey(stack) } });
  expectTemplate(stack).hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Retain',
    Properties: { KmsKeyId: Match.anyValue(), RetentionInDays: 365 },
  });
  expectTemplate(stack).hasResourceProperties('AWS::EC2::FlowLog', {
    LogDestinationType: 'cloud-watch-logs',
    DeliverLogsPermissionArn: Match.anyValue(),
    TrafficType: 'ALL',
  });
  expectTemplate(stack).hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Principal: { Service: Match.objectLike({ 'Fn::Join': ['', ['logs.ap-east-1.', Match.anyValue()]] }) },
          Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': Match.anyValue() } },
        }),
      ]),
    },
  });
});

test('the owner decides how long its flow logs live, but not below the profile', () => {
  const stack = networkStack();
  const encryptionKey = logKey(stack);
  departmentVpc(stack, 'own', {
    flowLogs: { encryptionKey, retentionDays: 500, removalPolicy: RemovalPolicy.DESTROY },
  });
  expectTemplate(stack).hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Delete',
    Properties: { RetentionInDays: 545 },
  });
  const other = networkStack();
  const short = { encryptionKey: logKey(other), retentionDays: 30 };
  expect(() => departmentVpc(other, 'own', { flowLogs: short })).toThrow(/retentionDays: expected whole days from 365/);
});

test('needs no region: availability zones may be known at deployment only', () => {
  const stack = new Stack(networkStack().node.scope, 'Anywhere');
  const availabilityZones = [0, 1, 2].map((index) => Fn.select(index, Fn.getAzs()));
  departmentVpc(stack, 'anywhere', { availabilityZones });
  expect(unacknowledged(stack)).toEqual([]);
});

describe('refuses', () => {
  const data = { name: 'data', subnets: thirds(36) };
  test.each<[string, Partial<ZonedVpcProps>, RegExp]>([
    ['a malformed block', { cidr: '10.64.32.1/20' }, /\[Network\/licensing\] cidr: found "10.64.32.1\/20"/],
    ['an IPv6 block', { cidr: '2001:db8::/56' }, /found the IPv6 block/],
    ['a block that AWS has not', { cidr: '10.0.0.0/8' }, /found 10.0.0.0\/8, expected a prefix of \/16 to \/28/],
    [
      'a subnet too small',
      { zones: [{ name: 'data', subnets: ['10.64.36.0/29', '10.64.36.8/29', '10.64.36.16/29'] }] },
      /10.64.36.0\/29, expected a prefix/,
    ],
    [
      'a subnet outside the VPC',
      { zones: [{ name: 'data', subnets: thirds(90) }] },
      /subnets of data: found 10.64.90.0\/24, expected a block inside the VPC's 10.64.32.0\/20/,
    ],
    [
      'an overlap',
      { zones: [data, { name: 'application', subnets: thirds(37) }] },
      /subnets of application: found 10.64.37.0\/24, which overlaps 10.64.37.0\/24 of data/,
    ],
    [
      'IPv6 subnets',
      { zones: [{ name: 'data', subnets: ['2001:db8::/64', '10.64.37.0/24', '10.64.38.0/24'] }] },
      /IPv6 block 2001:db8::\/64, expected IPv4/,
    ],
    [
      'too few subnets',
      { zones: [{ name: 'data', subnets: ['10.64.36.0/24'] }] },
      /subnets of data: found 1 \(10.64.36.0\/24\), expected 3, one for each of ap-east-1a, ap-east-1b, ap-east-1c/,
    ],
    [
      'a zone that is not in the model',
      { zones: [{ name: 'dmz', subnets: thirds(36) }] },
      /found "dmz", expected one of hk-s17: internet-dmz, government-dmz/,
    ],
    [
      'a block that cannot hold its zones',
      { cidr: '10.64.32.0/28', zones: ['application', 'data', 'management'].map((name) => ({ name })) },
      /\[Network\/licensing\] cidr: found 10.64.32.0\/28, which cannot hold 3 zones \(application, data, management\).*expected \/23 or larger, or `subnets`/,
    ],
    [
      'a pool’s block that cannot hold its zones',
      { cidr: { ipamPoolId: 'ipam-pool-0', netmaskLength: 24 }, zones: [{ name: 'data' }] },
      /found a block of \/24, which cannot hold 1 zones \(data\)/,
    ],
    [
      'a pool’s block that AWS has not',
      { cidr: { ipamPoolId: 'ipam-pool-0', netmaskLength: 8 }, zones: [{ name: 'data' }] },
      /cidr netmaskLength: found 8, expected 16 or longer/,
    ],
    [
      'stated subnets of a block that nobody knows yet',
      { cidr: { ipamPoolId: 'ipam-pool-0', netmaskLength: 20 } },
      /subnets of application: found 10.64.32.0\/24, and a pool gives the VPC its block at deployment; expected no `subnets`/,
    ],
    [
      'blocks by names that are no availability zones of the VPC',
      { zones: [{ name: 'data', subnets: { 'ap-east-1a': '10.64.36.0/24', 'ap-east-1d': '10.64.37.0/24' } }] },
      /subnets of data: found ap-east-1a, ap-east-1d, expected one block for each of ap-east-1a, ap-east-1b, ap-east-1c/,
    ],
    [
      'an availability zone for which the block is not cut',
      { zones: [{ name: 'data' }], availabilityZones: ['us-west-2a', 'us-west-2e'] },
      /availabilityZones: found us-west-2e, and the block is cut for the zones a to d; expected `subnets`/,
    ],
    ['one zone twice', { zones: [data, { name: 'data', subnets: thirds(40) }] }, /found data twice/],
    ['no zone', { zones: [] }, /zones: found none/],
    [
      'an internet gateway without a zone that faces it',
      { internetGateway: true },
      /no zone of the VPC faces the internet; expected one of internet-dmz/,
    ],
    ['no availability zone', { availabilityZones: [] }, /availabilityZones: found none/],
    [
      'one availability zone twice',
      { availabilityZones: ['ap-east-1a', 'ap-east-1a', 'ap-east-1b'] },
      /found ap-east-1a twice/,
    ],
    [
      'two regions',
      { availabilityZones: ['ap-east-1a', 'ap-east-2a', 'ap-east-1b'] },
      /found zones of ap-east-1 and ap-east-2, expected one region/,
    ],
    [
      'a Local Zone',
      { availabilityZones: ['us-west-2-lax-1a', 'us-west-2a', 'us-west-2b'] },
      /found "us-west-2-lax-1a".*Local Zones and Wavelength Zones are refused \(RES-12\)/,
    ],
    [
      'a rule quota that AWS does not give',
      { networkAclRuleQuota: 60 },
      /networkAclRuleQuota: found 60, expected 20 to 40/,
    ],
  ])('%s', (_, props, message) => {
    expect(() => departmentVpc(networkStack(), 'licensing', props)).toThrow(message);
  });

  test('the name of a zone that it has not', () => {
    expect(() => departmentVpc(networkStack()).zone('dmz')).toThrow(
      /has no zone "dmz", expected one of application, data, management/,
    );
  });
});

test('every subnet is routed by its zone: nothing stands in the VPC’s own route table', () => {
  const stack = networkStack();
  departmentVpc(stack);
  const associated = ofType(stack, 'AWS::EC2::SubnetRouteTableAssociation').map((found) => found['SubnetId']);
  const subnets = Object.entries(resources(stack)).filter(([, { Type }]) => Type === 'AWS::EC2::Subnet');
  expect(subnets.map(([Ref]) => ({ Ref }))).toEqual(associated);
});

test('records the names that are looked up, under its own key where nothing else is said', () => {
  const stack = networkStack();
  departmentVpc(stack, 'own', { flowLogs: { encryptionKey: logKey(stack) } });
  const groups = Object.entries(resources(stack)).filter(([, { Type }]) => Type === 'AWS::Logs::LogGroup');
  expect(groups).toHaveLength(2);
  const [config] = ofType(stack, 'AWS::Route53Resolver::ResolverQueryLoggingConfig');
  expect(groups.map(([id]) => ({ 'Fn::GetAtt': [id, 'Arn'] }))).toContainEqual(config?.['DestinationArn']);
});

test('names itself as its construct unless told otherwise', () => {
  const stack = networkStack();
  expect(departmentVpc(stack, 'licensing').vpcName).toBe('licensing');
  const props = { cidr: '10.65.0.0/16', availabilityZones: ['ap-east-1a'], flowLogs: ARCHIVE, vpcName: 'permits' };
  const other = new ZonedVpc(stack, 'Vpc', { ...props, zones: [{ name: 'data', subnets: ['10.65.0.0/24'] }] });
  expect(other.zone('data').asPeer).toEqual({ name: 'permits/data', cidrs: ['10.65.0.0/24'] });
});
