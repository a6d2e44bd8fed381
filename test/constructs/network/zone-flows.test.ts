import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { claimsOf } from '../../../constructs/claims';
import { INTERNET, type ExternalPeer, type Zone, type ZonedVpc } from '../../../constructs/network';
import { ruleNumber } from '../../../constructs/network/rule-number';
import { unacknowledged } from '../../support/compliance';
import { departmentVpc, networkStack, ofType, perimeterVpc, resources, thirds } from './support/network';

const DMZ: ExternalPeer = { name: 'perimeter/internet-dmz', cidrs: thirds(0) };
const SHARED: ExternalPeer = { name: 'shared/management', cidrs: ['10.64.80.0/24'] };
const READS = { id: 'application-to-database', reason: 'The portal reads published content', ticket: 'ESP-7' };
const SERVES = { id: 'dmz-to-portal', reason: 'The balancer passes requests on' };

/** ACL rules between networks in a form that can be read: `egress 6 10.64.36.0/23 15432-15432`. */
function aclRules(stack: Stack): string[] {
  return Object.entries(resources(stack))
    .filter(([logicalId, found]) => found.Type === 'AWS::EC2::NetworkAclEntry' && !logicalId.includes('zoneitself'))
    .map(([, { Properties: entry }]) => {
      const range = entry['PortRange'] as { From: number; To: number } | undefined;
      const ports = range ? `${range.From}-${range.To}` : 'any';
      return `${entry['Egress'] ? 'egress' : 'ingress'} ${entry['Protocol']} ${entry['CidrBlock']} ${ports}`;
    })
    .toSorted();
}

describe('a flow between two zones of one VPC', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  vpc.zone('application').allowTo(vpc.zone('data'), 15432, { ...READS, expires: '2027-03-31' });
  const group = (zone: string) => stack.resolve(vpc.zone(zone).securityGroups[0]?.securityGroupId);

  test('opens both security groups by reference, for its port alone', () => {
    const rule = { IpProtocol: 'tcp', FromPort: 15432, ToPort: 15432 };
    expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress')).toMatchObject([
      { ...rule, GroupId: group('application'), DestinationSecurityGroupId: group('data') },
    ]);
    expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toMatchObject([
      { ...rule, GroupId: group('data'), SourceSecurityGroupId: group('application') },
    ]);
  });

  test('passes both network ACLs, there and back, and nothing more', () => {
    expect(aclRules(stack)).toEqual([
      'egress 6 10.64.32.0/23 1024-65535',
      'egress 6 10.64.34.0/24 1024-65535',
      'egress 6 10.64.36.0/23 15432-15432',
      'egress 6 10.64.38.0/24 15432-15432',
      'ingress 6 10.64.32.0/23 15432-15432',
      'ingress 6 10.64.34.0/24 15432-15432',
      'ingress 6 10.64.36.0/23 1024-65535',
      'ingress 6 10.64.38.0/24 1024-65535',
    ]);
  });

  test('is claimed in the words of the register', () => {
    expect(claimsOf(stack).flows).toEqual([
      {
        id: 'application-to-database',
        from: 'application',
        to: 'data',
        protocol: 'tcp',
        ports: [15432],
        reason: READS.reason,
        ticket: 'ESP-7',
        expires: '2027-03-31',
      },
    ]);
  });

  test('has no finding that is not acknowledged', () => {
    expect(unacknowledged(stack)).toEqual([]);
  });
});

test('declared from the other end it makes the same rules', () => {
  const templates = [true, false].map((forward) => {
    const stack = networkStack();
    const vpc = departmentVpc(stack);
    const [application, data] = [vpc.zone('application'), vpc.zone('data')];
    if (forward) application.allowTo(data, 15432, READS);
    else data.allowFrom(application, 15432, READS);
    return Template.fromStack(stack).toJSON();
  });
  expect(templates[1]).toEqual(templates[0]);
});

describe('a flow from a zone of another VPC', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  vpc.zone('application').allowFrom(DMZ, 443, SERVES);

  test('opens this end, by the other’s addresses', () => {
    const rules = ofType(stack, 'AWS::EC2::SecurityGroupIngress');
    expect(rules.map((rule) => rule['CidrIp'])).toEqual(['10.64.0.0/23', '10.64.2.0/24']);
    for (const rule of rules) expect(rule).toMatchObject({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 });
    expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress')).toEqual([]);
    expect(aclRules(stack)).toEqual([
      'egress 6 10.64.0.0/23 1024-65535',
      'egress 6 10.64.2.0/24 1024-65535',
      'ingress 6 10.64.0.0/23 443-443',
      'ingress 6 10.64.2.0/24 443-443',
    ]);
  });

  test('is claimed between VPCs', () => {
    expect(claimsOf(stack).flows).toMatchObject([{ from: 'perimeter/internet-dmz', to: 'licensing/application' }]);
  });
});

test('between two VPCs of one app each end opens its own side', () => {
  const stack = networkStack();
  const [perimeter, department] = [perimeterVpc(stack), departmentVpc(stack)];
  perimeter.zone('internet-dmz').allowTo(department.zone('application'), 443, SERVES);
  expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress').map((rule) => rule['CidrIp'])).toEqual([
    '10.64.32.0/23',
    '10.64.34.0/24',
  ]);
  expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress').map((rule) => rule['CidrIp'])).toEqual([
    '10.64.0.0/23',
    '10.64.2.0/24',
  ]);
  expect(claimsOf(stack).flows).toHaveLength(1);
});

test('the internet may reach the zone that faces it, with a reason at hand', () => {
  const stack = networkStack();
  perimeterVpc(stack).zone('internet-dmz').allowFrom(INTERNET, 443, { reason: 'Citizens reach the services' });
  expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toMatchObject([{ CidrIp: '0.0.0.0/0', FromPort: 443 }]);
  expect(claimsOf(stack).flows).toMatchObject([
    { id: 'internet-to-perimeter-internet-dmz-tcp-443', from: 'internet', to: 'perimeter/internet-dmz' },
  ]);
  expect(unacknowledged(stack)).toEqual([]);
});

test.each<[string, Parameters<Zone['allowTo']>[1], 'udp' | 'icmp' | 'all', string[]]>([
  ['datagrams', [53, '8000-8010'], 'udp', ['egress 17 X 53-53', 'egress 17 X 8000-8010', 'ingress 17 X 1024-65535']],
  ['control messages', [], 'icmp', ['egress 1 X any', 'ingress 1 X any']],
])('knows %s', (_, ports, protocol, expected) => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const peer = { name: 'shared/management', cidrs: ['10.64.80.0/24'] };
  vpc.zone('application').allowTo(peer, ports, { reason: 'A reason for the reviewer', protocol });
  expect(aclRules(stack).map((rule) => rule.replace('10.64.80.0/24', 'X'))).toEqual(expected);
});

test('flows with one peer share the way back', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const peer = { name: 'shared/management', cidrs: ['10.64.80.0/24'] };
  for (const port of [443, 8443]) vpc.zone('application').allowTo(peer, port, { reason: 'A reason for the reviewer' });
  expect(aclRules(stack)).toEqual([
    'egress 6 10.64.80.0/24 443-443',
    'egress 6 10.64.80.0/24 8443-8443',
    'ingress 6 10.64.80.0/24 1024-65535',
  ]);
});

/** Thirty services of one peer. */
const fill = (quota: number) => {
  const vpc = departmentVpc(networkStack(), 'licensing', { networkAclRuleQuota: quota });
  for (let port = 8000; port < 8030; port += 1) {
    vpc.zone('data').allowFrom(SHARED, port, { reason: 'A reason for the reviewer', id: `service-${port}` });
  }
};

describe('refuses', () => {
  const reason = 'A reason for the reviewer';
  test.each<[string, (vpc: ZonedVpc) => void, RegExp]>([
    [
      'a flow to itself',
      (vpc) => vpc.zone('data').allowTo(vpc.zone('data'), 443, { reason }),
      /\[Network\/licensing\/Zones\/data\] flow "data-to-data-tcp-443" goes from data to itself/,
    ],
    [
      'a flow to itself by address',
      (vpc) => vpc.zone('data').allowTo({ name: 'licensing/data', cidrs: thirds(90) }, 443, { reason }),
      /goes from licensing\/data to itself/,
    ],
    [
      'a reversed range',
      (vpc) => vpc.zone('data').allowTo(SHARED, '90-80', { reason }),
      /flow "data-to|flow "licensing-data.*: found the reversed port range "90-80", expected "80-90"/,
    ],
    ['an unknown zone', (vpc) => vpc.zone('data').allowTo(vpc.zone('dmz'), 443, { reason }), /has no zone "dmz"/],
    ['a short reason', (vpc) => vpc.zone('data').allowTo(SHARED, 443, { reason: 'needed' }), /invalid flow: reason/],
    [
      'one id twice',
      (vpc) => [443, 80].forEach((port) => vpc.zone('data').allowTo(SHARED, port, { reason, id: 'x1' })),
      /flow "x1" is declared twice/,
    ],
    [
      'traffic that another flow opens',
      (vpc) =>
        [8005, '8000-8010'].forEach((ports, index) =>
          vpc.zone('data').allowFrom(SHARED, ports, { reason, id: `service-${index}` }),
        ),
      /flow "service-1": found tcp 8000-8010 from shared\/management to licensing\/data, of which flow "service-0" opens already tcp 8005/,
    ],
    [
      'IPv6 peers',
      (vpc) => vpc.zone('data').allowTo({ name: 'x', cidrs: ['10.64.80.0/24', '2001:db8::/32'] }, 443, { reason }),
      /peer x: found the IPv6 block 2001:db8::\/32, expected IPv4/,
    ],
    [
      'a peer without addresses',
      (vpc) => vpc.zone('data').allowTo({ name: 'x', cidrs: [] }, 443, { reason }),
      /peer x has no addresses/,
    ],
    [
      'a peer without a name',
      (vpc) => vpc.zone('data').allowTo({ name: 'a b', cidrs: ['10.64.80.0/24'] }, 443, { reason }),
      /peer name "a b", expected internet, a zone, or vpc\/zone/,
    ],
    [
      'addresses of the VPC itself',
      (vpc) => vpc.zone('data').allowTo({ name: 'x/y', cidrs: ['10.64.0.0/16'] }, 443, { reason }),
      /10.64.0.0\/16 of x\/y overlaps the VPC's own 10.64.32.0\/20/,
    ],
    [
      'the internet in a zone that does not face it',
      (vpc) => vpc.zone('data').allowFrom(INTERNET, 443, { reason }),
      /internet \(0.0.0.0\/0\) is the internet, and zone data does not face it/,
    ],
    [
      'the internet by another name',
      (vpc) => vpc.zone('data').allowTo({ name: 'all', cidrs: ['0.0.0.0/0'] }, 443, { reason }),
      /all \(0.0.0.0\/0\) is the internet/,
    ],
  ])('%s', (_, declare, message) => {
    expect(() => declare(departmentVpc(networkStack()))).toThrow(message);
  });

  test.each<[Parameters<Zone['allowFrom']>[1], 'tcp' | 'all']>([
    [22, 'tcp'],
    ['3000-4000', 'tcp'],
    [[], 'all'],
  ])('%j %s from the internet: administrative ports', (ports, protocol) => {
    const zone = perimeterVpc(networkStack()).zone('internet-dmz');
    expect(() => zone.allowFrom(INTERNET, ports, { reason, protocol })).toThrow(/opens an administrative port.*NET-08/);
  });

  test('more rules than the network ACL may have, and says whose they are', () => {
    expect(() => fill(20)).toThrow(
      /flow "service-8011" needs ingress rule 20, and the quota of 20 includes the final deny; rules are used by: traffic "zone-itself", flow "service-8000".*have the quota raised \(to at most 40\)/,
    );
    expect(() => fill(40)).not.toThrow();
  });
});

test('two rules on one number are refused, naming both flows', () => {
  const vpc = departmentVpc(networkStack());
  const peer = { name: 'shared/management', cidrs: ['10.64.80.0/24'] };
  // Found by trying names: both keys hash to one number.
  const [one, other] = collidingIds();
  const declare = (id: string) =>
    vpc.zone('data').allowFrom(peer, port(id), { reason: 'A reason for the reviewer', id });
  declare(one);
  expect(() => declare(other)).toThrow(
    new RegExp(`flow "${other}" and flow "${one}" meet on ingress rule number \\d+ .*another id`),
  );
});

const port = (id: string) => 100 + Number(id.slice('flow-'.length));

function collidingIds(): [string, string] {
  const seen = new Map<number, string>();
  for (let index = 0; ; index += 1) {
    const id = `flow-${index}`;
    const number = ruleNumber(`${id}-${port(id)}-10.64.80.0/24`);
    const earlier = seen.get(number);
    if (earlier !== undefined) return [earlier, id];
    seen.set(number, id);
  }
}

describe('a network with more peers than an ACL has rules', () => {
  const stack = networkStack();
  const zone = perimeterVpc(stack, 'perimeter', { networkAclSummaries: ['10.64.0.0/14'] }).zone('internet-dmz');
  for (let department = 0; department < 40; department += 1) {
    const peer = { name: `department-${department}/application`, cidrs: [`10.65.${department}.0/24`] };
    zone.allowTo(peer, 443, { reason: 'The balancer passes requests on' });
  }
  zone.allowFrom(INTERNET, 443, { reason: 'Citizens reach the services' });

  test('names the network’s addresses in ACLs, once, and the internet apart', () => {
    expect(aclRules(stack)).toEqual([
      'egress 6 0.0.0.0/0 1024-65535',
      'egress 6 10.64.0.0/14 443-443',
      'ingress 6 0.0.0.0/0 443-443',
      'ingress 6 10.64.0.0/14 1024-65535',
    ]);
  });

  test('still names each peer in the security group', () => {
    const peers = ofType(stack, 'AWS::EC2::SecurityGroupEgress').map((rule) => rule['CidrIp']);
    expect(new Set(peers).size).toBe(40);
  });
});

test('says before the deployment when a security group outgrows its quota, once', () => {
  const stack = networkStack();
  const zone = perimeterVpc(stack, 'perimeter', { networkAclSummaries: ['10.64.0.0/14'] }).zone('internet-dmz');
  for (let department = 0; department < 70; department += 1) {
    const peer = { name: `department-${department}/application`, cidrs: [`10.65.${department}.0/24`] };
    zone.allowTo(peer, 443, { reason: 'The balancer passes requests on' });
  }
  const warnings = () => Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('security group'));
  expect(warnings()).toHaveLength(1);
  expect(warnings()[0]?.entry.data).toMatch(
    /zone perimeter\/internet-dmz needs more than 60 egress rules .*: it breaks with department-60\/application, the peer number 61/,
  );
});

test('the claim says what the register says', () => {
  const stack = networkStack();
  const vpc = perimeterVpc(stack);
  const ends = { from: 'internet', to: 'internet-dmz' };
  vpc.zone('internet-dmz').allowFrom(INTERNET, 443, { id: 'citizens', reason: 'Citizens reach the services', ends });
  expect(claimsOf(stack).flows).toMatchObject([{ id: 'citizens', ...ends }]);
});
