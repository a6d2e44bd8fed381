import type { Stack } from 'aws-cdk-lib';
import { aws_iam as iam } from 'aws-cdk-lib';
import {
  DnsFirewall,
  DnsFirewallAssociation,
  MANAGED_DOMAIN_LISTS,
  NetworkProfile,
  NetworkProfileAssociation,
  PrivateEndpoints,
  ResolverForwarding,
  type DnsFirewallProps,
  type ResolverForwardingProps,
} from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { departmentVpc, inventory, logKey, networkStack, ofType } from './support/network';

const ORGANISATION = 'arn:aws:organizations::111122223333:organization/o-gov1234567';

function firewallIn(stack: Stack, props: Partial<DnsFirewallProps> = {}): DnsFirewall {
  return new DnsFirewall(stack, 'Names', { log: { encryptionKey: logKey(stack) }, ...props });
}

function forwardingIn(stack: Stack, props: Partial<ResolverForwardingProps> = {}): ResolverForwarding {
  return new ResolverForwarding(stack, 'Forwarding', {
    zone: departmentVpc(stack).zone('management'),
    domains: [{ domain: 'gnet.example.hk', servers: ['10.200.0.10', '10.200.1.10'] }],
    ...props,
  });
}

describe('what every VPC knows about names', () => {
  const stack = networkStack();
  const forwarding = forwardingIn(stack);
  const vpc = departmentVpc(stack, 'central', { cidr: '10.64.32.0/20' });
  const endpoints = new PrivateEndpoints(stack, 'Services', {
    zone: vpc.zone('management'),
    services: ['ecr.api', 'kms'],
    organizationId: 'o-gov1234567',
  });
  const dnsFirewall = firewallIn(stack, { allow: ['*.amazonaws.com', 'gnet.example.hk'], block: ['bad.example'] });
  const profile = new NetworkProfile(stack, 'Profile', {
    endpoints,
    dnsFirewall,
    forwarding,
    shareWith: [ORGANISATION],
    profileIdParameter: '/landing-zone/network/profile-id',
  });
  new NetworkProfileAssociation(stack, 'Use', { vpcId: vpc.vpcId, vpcName: 'central', profileId: profile.profileId });

  test('has no finding that is not acknowledged', () => {
    expect(unacknowledged(stack)).toEqual([]);
    expect(inventory(stack)).toMatchObject({
      'AWS::EC2::VPCEndpoint': 2,
      'AWS::Route53Profiles::Profile': 1,
      'AWS::Route53Profiles::ProfileAssociation': 1,
      'AWS::Route53Profiles::ProfileResourceAssociation': 4,
      'AWS::Route53Resolver::FirewallConfig': 1,
      'AWS::Route53Resolver::FirewallDomainList': 3,
      'AWS::Route53Resolver::FirewallRuleGroup': 1,
      'AWS::Route53Resolver::ResolverEndpoint': 1,
      'AWS::Route53Resolver::ResolverRule': 1,
      'Custom::ManagedDomainList': 3,
    });
  });

  test('is said once, and shared inside the organisation alone', () => {
    const held = ofType(stack, 'AWS::Route53Profiles::ProfileResourceAssociation');
    expect(held.map(({ Name }) => String(Name)).toSorted()).toEqual([
      'dns-firewall',
      'ecr-api',
      'gnet-example-hk',
      'kms',
    ]);
    expect(JSON.stringify(held)).toContain(':vpc-endpoint/');
    for (const share of ofType(stack, 'AWS::RAM::ResourceShare')) {
      expect(share).toMatchObject({ AllowExternalPrincipals: false, Principals: [ORGANISATION] });
    }
  });

  test('blocks what is known as bad before it allows, and all the rest', () => {
    const [group] = ofType(stack, 'AWS::Route53Resolver::FirewallRuleGroup');
    const rules = group?.['FirewallRules'] as Record<string, unknown>[];
    expect(rules.map(({ Action, Priority, DnsThreatProtection }) => [Priority, Action, DnsThreatProtection])).toEqual([
      [100, 'BLOCK', undefined],
      [200, 'BLOCK', undefined],
      [201, 'BLOCK', undefined],
      [202, 'BLOCK', undefined],
      [300, 'BLOCK', 'DGA'],
      [301, 'BLOCK', 'DNS_TUNNELING'],
      [1000, 'ALLOW', undefined],
      [9000, 'BLOCK', undefined],
    ]);
    const lists = ofType(stack, 'AWS::Route53Resolver::FirewallDomainList');
    expect(lists.map(({ Domains }) => Domains)).toEqual([
      ['bad.example'],
      ['*.amazonaws.com', 'gnet.example.hk'],
      ['*'],
    ]);
    expect(ofType(stack, 'Custom::ManagedDomainList').map(({ Name }) => Name)).toEqual([...MANAGED_DOMAIN_LISTS]);
  });

  test('fails closed', () => {
    expect(ofType(stack, 'AWS::Route53Resolver::FirewallConfig')).toMatchObject([{ FirewallFailOpen: 'DISABLED' }]);
  });

  test('asks servers of other networks from each availability zone', () => {
    expect(ofType(stack, 'AWS::Route53Resolver::ResolverEndpoint')).toMatchObject([
      { Direction: 'OUTBOUND', IpAddresses: [{ SubnetId: {} }, { SubnetId: {} }, { SubnetId: {} }] },
    ]);
    expect(ofType(stack, 'AWS::Route53Resolver::ResolverRule')).toMatchObject([
      {
        DomainName: 'gnet.example.hk',
        RuleType: 'FORWARD',
        TargetIps: ['10.200.0.10', '10.200.1.10'].map((Ip) => ({ Ip, Port: '53' })),
      },
    ]);
  });
});

test('without a profile rules are shared by themselves, and the VPC is held to them', () => {
  const stack = networkStack();
  const rules = firewallIn(stack, {
    managedLists: [],
    threatConfidence: false,
    block: ['bad.example'],
    shareWith: ['o'],
  });
  new DnsFirewallAssociation(stack, 'Held', { vpcId: 'vpc-0123456789abcdef0', ruleGroupId: rules.ruleGroupId });
  expect(ofType(stack, 'AWS::Route53Resolver::FirewallRuleGroupAssociation')).toMatchObject([
    { MutationProtection: 'ENABLED', Priority: 101 },
  ]);
  expect(ofType(stack, 'AWS::Route53Resolver::FirewallConfig')).toHaveLength(1);
  expect(inventory(stack)).toMatchObject({ 'AWS::RAM::ResourceShare': 1 });
  expect(inventory(stack)['AWS::Lambda::Function']).toBeUndefined();
  expect(ofType(stack, 'AWS::Route53Resolver::FirewallRuleGroup')).toMatchObject([
    { FirewallRules: [{ Priority: 100 }] },
  ]);
});

describe('refuses', () => {
  const server = ['10.200.0.10'];
  const exception = (props: iam.PolicyStatementProps) => () => {
    const stack = networkStack();
    const exceptions = [new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], ...props })];
    return new PrivateEndpoints(stack, 'Services', {
      zone: departmentVpc(stack).zone('management'),
      services: ['ssm'],
      exceptions,
    });
  };
  const dns = (props: Partial<DnsFirewallProps>) => () => firewallIn(networkStack(), props);
  const forwarding = (props: Partial<ResolverForwardingProps>) => () => forwardingIn(networkStack(), props);

  test.each<[string, () => unknown, RegExp]>([
    [
      'a name that is none',
      dns({ allow: ['https://example.com'] }),
      /\[Network\/Names\] allow: found "https:\/\/example.com", expected a name/,
    ],
    ['a name twice', dns({ block: ['a.example', 'a.example'] }), /block: found a.example twice/],
    [
      'a managed list twice',
      dns({ managedLists: ['AWSManagedDomainsMalwareDomainList', 'AWSManagedDomainsMalwareDomainList'] }),
      /managedLists: found AWSManagedDomainsMalwareDomainList twice/,
    ],
    [
      'managed lists without a log',
      () => new DnsFirewall(networkStack(), 'Names', {}),
      /log: found none, expected one for the function/,
    ],
    [
      'a priority that AWS keeps',
      () => new DnsFirewallAssociation(networkStack(), 'Held', { vpcId: 'vpc-1', priority: 100 }),
      /priority: found 100, expected 101 to 8999/,
    ],
    [
      'a profile of nothing',
      () => new NetworkProfile(networkStack(), 'Profile', {}),
      /\[Network\/Profile\] found nothing to share/,
    ],
    ['no domain to forward', forwarding({ domains: [] }), /domains: found none/],
    [
      'a domain that is none',
      forwarding({ domains: [{ domain: '*.hk', servers: server }] }),
      /found "\*.hk", expected a domain/,
    ],
    [
      'a domain twice',
      forwarding({
        domains: [
          { domain: 'a.hk', servers: server },
          { domain: 'a.hk', servers: server },
        ],
      }),
      /found a.hk twice/,
    ],
    [
      'a server that is a name',
      forwarding({ domains: [{ domain: 'a.hk', servers: ['ns.a.hk'] }] }),
      /domains a.hk: found server "ns.a.hk"/,
    ],
    ['no server', forwarding({ domains: [{ domain: 'a.hk', servers: [] }] }), /found server "none"/],
    [
      'an exception without a name',
      exception({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'] }),
      /exceptions: found a statement without a sid/,
    ],
    [
      'an exception for everything',
      exception({ sid: 'All', actions: ['ssm:GetParameter'], resources: ['*'] }),
      /exceptions All: found actions ssm:GetParameter on \*/,
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
