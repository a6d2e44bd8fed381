import { CLAIMS_METADATA_KEY, ZONE_TAG } from '../../../lib/model';
import { APP, balancer, listener, targets } from './balancer-parts';
import {
  acl,
  ask,
  blocks,
  group,
  instance,
  internetGateway,
  ref,
  resource,
  subnet,
  table,
  vpc,
  way,
  world,
  worldOf,
} from './world';
import type { Resources } from './world';

/** A VPC with an internet gateway that no route leads to, and an internal load balancer before an instance. */
const VPC: Resources[] = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Front', 'Vpc', '10.0.1.0/24'),
  subnet('Back', 'Vpc', '10.0.2.0/24'),
  group('Galb', 'Vpc', 'tcp 443 0.0.0.0/0'),
];
const PRIVATE: Resources[] = [
  ...VPC,
  internetGateway('Igw', 'Vpc'),
  balancer({ Scheme: 'internal' }),
  listener(),
  targets(),
  ...APP,
];

describe('Global Accelerator', () => {
  const endpoints = (EndpointId: unknown, more: object = {}, own: object = {}) => [
    resource('Accelerator', 'AWS::GlobalAccelerator::Accelerator', { Enabled: true }),
    resource('Taken', 'AWS::GlobalAccelerator::Listener', {
      AcceleratorArn: ref('Accelerator'),
      Protocol: 'TCP',
      PortRanges: [{ FromPort: 443, ToPort: 444 }],
    }),
    resource('Endpoints', 'AWS::GlobalAccelerator::EndpointGroup', {
      ListenerArn: ref('Taken'),
      EndpointConfigurations: [{ EndpointId, ...own }],
      ...more,
    }),
  ];

  // Global Accelerator developer guide, Secure VPC connections: neither public addresses nor routes are needed
  // https://docs.aws.amazon.com/global-accelerator/latest/dg/secure-vpc-connections.html
  test('leads from the internet to an internal load balancer, and to what is behind it', () => {
    expect(ask(world(...PRIVATE), 'internet', 'Alb').answer).toBe('no');
    const net = world(...PRIVATE, ...endpoints(ref('Alb')));
    const answer = ask(net, 'internet', 'Alb');
    expect(answer.answer).toBe('yes');
    expect(answer.through.map(({ hop }) => hop)).toEqual(['Global Accelerator endpoint group Endpoints']);
    expect(way(answer)).toEqual(expect.arrayContaining(['Taken', 'Galb', 'Alb']));
    expect(ask(net, 'internet', 'App').through).toHaveLength(2);
    expect(ask(net, 'internet', 'App').answer).toBe('yes');
    expect([80, 444].map((port) => ask(net, 'internet', 'Alb', { port }).answer)).toEqual(['no', 'no']);
    expect(ask(net, 'Alb', 'internet').answer).toBe('no');
  });

  test('needs an internet gateway that is attached to the VPC', () => {
    const shut = world(...VPC, balancer({ Scheme: 'internal' }), ...endpoints(ref('Alb')));
    expect(ask(shut, 'internet', 'Alb').answer).toBe('no');
    expect(blocks(ask(shut, 'internet', 'Alb'))).toContain('Endpoints: no internet gateway is attached to Vpc');
  });

  test('is of no use while it is disabled', () => {
    const off = resource('Accelerator', 'AWS::GlobalAccelerator::Accelerator', { Enabled: false });
    expect(ask(world(...PRIVATE, ...endpoints(ref('Alb')), off), 'internet', 'Alb').answer).toBe('no');
  });

  // Best practices for ENIs and security groups with client IP address preservation: groups see the client
  test.each([
    ['tcp 443 203.0.113.0/24', '203.0.113.9/32', 'yes'],
    ['tcp 443 203.0.113.0/24', '198.51.100.9/32', 'no'],
    ['tcp 443 10.0.0.0/16', 'internet', 'no'],
    ['tcp 443 203.0.113.0/24', 'internet', 'yes'],
  ])('meets the group of the load balancer, %s, with the address of %s: %s', (rules, from, expected) => {
    const net = world(...PRIVATE, ...endpoints(ref('Alb')), group('Galb', 'Vpc', rules));
    expect(ask(net, from, 'Alb').answer).toBe(expected);
  });

  test('hides the client when told to: then its own addresses are not known', () => {
    const hidden = endpoints(ref('Alb'), {}, { ClientIPPreservationEnabled: false });
    const net = (rules: string) => world(...PRIVATE, ...hidden, group('Galb', 'Vpc', rules));
    expect(ask(net('tcp 443 203.0.113.0/24'), '198.51.100.9/32', 'Alb').answer).toBe('unknown');
    expect(ask(net('tcp 443 203.0.113.0/24'), '198.51.100.9/32', 'Alb').unresolved).not.toEqual([]);
    expect(ask(net('tcp 443 10.0.0.0/16'), 'internet', 'Alb').answer).toBe('no');
  });

  // Adding endpoints with client IP address preservation: network ACLs apply to what leaves the subnet
  // https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html
  test('meets network ACLs on the way out alone', () => {
    const net = (...entries: string[]) =>
      world(...PRIVATE, ...endpoints(ref('Alb')), acl('Acl', 'Vpc', ['Front'], entries));
    expect(ask(net('out 100 allow all any 0.0.0.0/0'), 'internet', 'Alb').answer).toBe('yes');
    expect(ask(net('in 100 allow all any 0.0.0.0/0'), 'internet', 'Alb').answer).toBe('no');
  });

  test('leads to instances, on the port that takes the place of the listener’s', () => {
    const host = [group('Ghost', 'Vpc', 'tcp 8443 0.0.0.0/0'), instance('Host', 'Back', ['Ghost'])];
    const to = (more: object) => ask(world(...PRIVATE, ...host, ...endpoints(ref('Host'), more)), 'internet', 'Host');
    expect(to({}).answer).toBe('no');
    const override = { PortOverrides: [{ ListenerPort: 443, EndpointPort: 8443 }] };
    expect(to(override).answer).toBe('yes');
    const net = world(
      ...PRIVATE,
      ...host,
      ...endpoints(ref('Host'), override),
      group('Ghost', 'Vpc', 'tcp 443 0.0.0.0/0'),
    );
    expect(ask(net, 'internet', 'Host').answer).toBe('no');
  });

  test('may lead to any load balancer or instance where a parameter names it', () => {
    const net = worldOf({ Parameters: { Id: { Type: 'String' } } }, ...PRIVATE, ...endpoints(ref('Id')));
    expect(ask(net, 'internet', 'Alb').answer).toBe('unknown');
    expect(ask(net, 'internet', 'Alb', { port: 22 }).answer).toBe('no');
  });

  test('takes clients from other VPCs, whose public addresses are not known', () => {
    const far = [
      vpc('Far', '10.8.0.0/16'),
      subnet('There', 'Far', '10.8.1.0/24', { MapPublicIpOnLaunch: true }),
      internetGateway('Out', 'Far'),
      table('Tfar', 'Far', ['There'], ['0.0.0.0/0 GatewayId Out']),
      group('Gfar', 'Far', ''),
      instance('Client', 'There', ['Gfar']),
    ];
    const net = (rules: string) => world(...PRIVATE, ...far, ...endpoints(ref('Alb')), group('Galb', 'Vpc', rules));
    expect(ask(net('tcp 443 203.0.113.0/24'), 'Client', 'Alb').answer).toBe('unknown');
    expect(ask(net('tcp 443 10.8.0.0/16'), 'Client', 'Alb').answer).toBe('no');
    expect(ask(net('tcp 443 203.0.113.0/24'), 'Client', 'Alb', { port: 80 }).answer).toBe('no');
  });

  // Amazon VPC user guide, VPC BPA basics, AWS service impact and support
  // https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
  test.each(['block-ingress', 'block-bidirectional'])('is kept out by VPC Block Public Access: %s', (mode) => {
    const kept = resource('Bpa', 'AWS::EC2::VPCBlockPublicAccessOptions', { InternetGatewayBlockMode: mode });
    expect(ask(world(...PRIVATE, ...endpoints(ref('Alb')), kept), 'internet', 'Alb').answer).toBe('no');
  });
});

// Amazon CloudFront developer guide, Restrict access with VPC origins; AWS::CloudFront::VpcOrigin
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
describe('a VPC origin of CloudFront', () => {
  const origin = (config: object = {}) =>
    resource('Origin', 'AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: { Arn: ref('Alb'), Name: 'origin', OriginProtocolPolicy: 'https-only', ...config },
    });

  test('may be let in by whatever rule lets its port in, and by no other', () => {
    const net = (rules: string, config?: object) => world(...PRIVATE, origin(config), group('Galb', 'Vpc', rules));
    const answer = ask(net('tcp 443 10.9.0.0/16'), 'internet', 'Alb');
    expect(answer.answer).toBe('unknown');
    expect(answer.through.map(({ hop }) => hop)).toEqual(['CloudFront VPC origin Origin']);
    expect(answer.unresolved.join()).toContain('CloudFront');
    expect(ask(net('tcp 443 10.9.0.0/16'), 'internet', 'App').answer).toBe('unknown');
    expect(ask(net('tcp 8443 10.9.0.0/16'), 'internet', 'Alb').answer).toBe('no');
    expect(ask(net('tcp 8443 10.9.0.0/16', { HTTPSPort: 8443 }), 'internet', 'Alb').answer).toBe('unknown');
    expect(ask(net('tcp 80 10.9.0.0/16'), 'internet', 'Alb', { port: 80 }).answer).toBe('no');
  });

  test('leads to the instance that its ARN ends with', () => {
    const Arn = { 'Fn::Sub': 'arn:aws:ec2:ap-east-1:111122223333:instance/${App}' };
    const net = world(...PRIVATE, origin({ Arn, HTTPSPort: 8080 }), instance('Other', 'Back', ['Gapp']));
    expect(ask(net, 'internet', 'App').answer).toBe('unknown');
    expect(ask(net, 'internet', 'Other').answer).toBe('no');
  });
});

// AWS Verified Access user guide, Verified Access endpoints; AWS::EC2::VerifiedAccessEndpoint
// https://docs.aws.amazon.com/verified-access/latest/ug/verified-access-endpoints.html
describe('an endpoint of Verified Access', () => {
  const access = (properties: object) => [
    group('Gva', 'Vpc', ''),
    resource('Access', 'AWS::EC2::VerifiedAccessEndpoint', { SecurityGroupIds: [ref('Gva')], ...properties }),
  ];
  const web = {
    EndpointType: 'load-balancer',
    LoadBalancerOptions: { LoadBalancerArn: ref('Alb'), Port: 443, Protocol: 'https', SubnetIds: [ref('Back')] },
  };

  test('leads to a load balancer under its own groups, and says on whom that depends', () => {
    const net = (rules: string) => world(...PRIVATE, ...access(web), group('Galb', 'Vpc', rules));
    const answer = ask(net('tcp 443 Gva'), 'internet', 'Alb');
    expect(answer.answer).toBe('yes');
    expect(answer.witness.map(({ why }) => why)).toContain('leads on whom its policies let in after they signed in');
    expect(ask(net('tcp 443 Gva'), 'internet', 'App').answer).toBe('yes');
    expect(ask(net('tcp 443 192.0.2.0/24'), 'internet', 'Alb').answer).toBe('no');
  });

  test('leads to an interface, from what no template says', () => {
    const options = { NetworkInterfaceId: ref('Eni'), Port: 8080, Protocol: 'http' };
    const eni = resource('Eni', 'AWS::EC2::NetworkInterface', { SubnetId: ref('Back'), GroupSet: [ref('Gapp')] });
    const parts = access({ EndpointType: 'network-interface', NetworkInterfaceOptions: options });
    expect(ask(world(...PRIVATE, ...parts, eni), 'internet', 'Eni').answer).toBe('unknown');
  });

  test('leads to a block of addresses, on its ports', () => {
    const options = {
      Cidr: '10.0.2.0/24',
      Protocol: 'tcp',
      PortRanges: [{ FromPort: 22, ToPort: 23 }],
      SubnetIds: [ref('Back')],
    };
    const net = world(
      ...PRIVATE,
      ...access({ EndpointType: 'cidr', CidrOptions: options }),
      group('Gapp', 'Vpc', 'tcp 22 Gva'),
    );
    expect([22, 23, 8080].map((port) => ask(net, 'internet', 'App', { port }).answer)).toEqual(['yes', 'no', 'no']);
  });

  test('leads to a database', () => {
    const parts = [
      group('Gdb', 'Vpc', 'tcp 5432 Gva'),
      resource('Nets', 'AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('Back')] }),
      resource('Db', 'AWS::RDS::DBInstance', { DBSubnetGroupName: ref('Nets'), VPCSecurityGroups: [ref('Gdb')] }),
    ];
    const options = {
      RdsDbInstanceArn: { 'Fn::GetAtt': ['Db', 'DBInstanceArn'] },
      Port: 5432,
      Protocol: 'tcp',
      SubnetIds: [ref('Back')],
    };
    const net = world(...PRIVATE, ...parts, ...access({ EndpointType: 'rds', RdsOptions: options }));
    expect(ask(net, 'internet', 'Db', { port: 5432 }).answer).toBe('yes');
  });
});

describe('gaps: a zone that the internet enters by what stands in no zone', () => {
  const zoned = (flows: readonly object[], ...parts: readonly Resources[]) => {
    const tags = (zone: string) => ({ Tags: [{ Key: ZONE_TAG, Value: zone }] });
    const zones = [
      subnet('Front', 'Vpc', '10.0.1.0/24', tags('application')),
      subnet('Back', 'Vpc', '10.0.2.0/24', tags('data')),
    ];
    const Metadata = { [CLAIMS_METADATA_KEY]: { flows } };
    return worldOf({ Metadata }, ...PRIVATE, ...parts, ...zones).gaps();
  };
  const entered = ({ undeclared: gaps }: ReturnType<typeof zoned>) =>
    gaps.filter(({ from }) => from === 'internet').map(({ to, sure, traffic }) => [to, sure, traffic[0]?.ports]);
  const origin = resource('Origin', 'AWS::CloudFront::VpcOrigin', {
    VpcOriginEndpointConfig: { Arn: ref('Alb'), Name: 'origin' },
  });
  const access = [
    group('Gva', 'Vpc', ''),
    group('Galb', 'Vpc', 'tcp 443 Gva'),
    resource('Access', 'AWS::EC2::VerifiedAccessEndpoint', {
      SecurityGroupIds: [ref('Gva')],
      EndpointType: 'load-balancer',
      LoadBalancerOptions: { LoadBalancerArn: ref('Alb'), Port: 443, Protocol: 'https', SubnetIds: [ref('Back')] },
    }),
  ];
  const flow = (to: string, ports: readonly number[]) => ({
    id: 'asked',
    from: 'internet',
    to,
    protocol: 'tcp',
    ports,
    reason: 'asked for by a test',
    expires: '2099-01-01',
  });

  test('perhaps, or surely: the zone where the relay’s own interfaces stand, or else the one that is reached', () => {
    expect(entered(zoned([], origin))).toEqual([['Vpc/application', false, '80,443']]);
    expect(entered(zoned([], ...access))).toEqual([['Vpc/data', true, '443']]);
  });

  test('is none where a flow declares the port', () => {
    expect(entered(zoned([flow('Vpc/data', [443])], ...access))).toEqual([]);
    expect(entered(zoned([flow('Vpc/data', [80])], ...access))).toEqual([['Vpc/data', true, '443']]);
  });

  test('is what a flow that is declared for it is possible by, on its ports alone', () => {
    const impossible = (flows: readonly object[], ...parts: readonly Resources[]) =>
      zoned(flows, ...parts).impossible.map(({ declared, sure }) => [declared, sure]);
    expect(impossible([flow('Vpc/data', [443])], ...access)).toEqual([]);
    expect(impossible([flow('Vpc/data', [80])], ...access)).toEqual([[['asked'], true]]);
    expect(impossible([flow('Vpc/application', [443])], origin)).toEqual([[['asked'], false]]);
  });

  test('says by which way', () => {
    const [gap] = zoned([], ...access).undeclared.filter(({ from }) => from === 'internet');
    expect(gap?.witness.map(({ logicalId }) => logicalId)).toEqual(expect.arrayContaining(['Access', 'Alb']));
  });
});

test('matrix: the cell of the internet says by way of what a private zone is entered', () => {
  const parts = [
    resource('Origin', 'AWS::CloudFront::VpcOrigin', { VpcOriginEndpointConfig: { Arn: ref('Alb'), Name: 'origin' } }),
  ];
  const cells = world(...PRIVATE, ...parts)
    .matrix()
    .cells.filter(({ from }) => from === 'internet');
  expect(cells.flatMap(({ through }) => through.map(({ answer, by }) => [answer, by[0]?.logicalId]))).toContainEqual([
    'unknown',
    'Origin',
  ]);
});
