import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  INTERNET,
  InternetIngress,
  MANAGED_RULE_GROUPS,
  type Countries,
  type InternetIngressProps,
} from '../../../constructs/network';
import { hostPriority } from '../../../constructs/network/published-host';
import { unacknowledged } from '../../support/compliance';
import {
  departmentVpc,
  inventory,
  logKey,
  networkStack,
  ofType,
  perimeterVpc,
  resources,
  expectTemplate,
} from './support/network';

const CERTIFICATE = 'arn:aws:acm:ap-east-1:111122223333:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';
const PORTAL = { targetIps: ['10.64.32.10', '10.64.33.10'] };

function ingress(props: Partial<InternetIngressProps> = {}) {
  const stack = networkStack();
  const zone = perimeterVpc(stack).zone('internet-dmz');
  const made = new InternetIngress(stack, 'Ingress', {
    zone,
    certificateArn: CERTIFICATE,
    accessLogs: { bucketName: 'archive-access' },
    encryptionKey: logKey(stack),
    ...props,
  });
  return { stack, zone, made };
}

test('has no finding that is not acknowledged, published hosts and flows included', () => {
  const { stack, zone, made } = ingress();
  made.publish('www.example.gov.hk', PORTAL);
  zone.allowFrom(INTERNET, 443, { reason: 'Citizens reach the services' });
  expect(unacknowledged(stack)).toEqual([]);
  expect(inventory(stack)).toMatchObject({
    'AWS::ElasticLoadBalancingV2::Listener': 2,
    'AWS::ElasticLoadBalancingV2::ListenerRule': 1,
    'AWS::ElasticLoadBalancingV2::LoadBalancer': 1,
    'AWS::ElasticLoadBalancingV2::TargetGroup': 1,
    'AWS::WAFv2::LoggingConfiguration': 1,
    'AWS::WAFv2::WebACL': 1,
    'AWS::WAFv2::WebACLAssociation': 1,
  });
});

describe('the load balancer', () => {
  const { stack, zone } = ingress({ accessLogs: { bucketName: 'archive-access', prefix: 'perimeter' } });

  test('faces the internet from the zone that does, after its route is there', () => {
    const [balancer] = Object.values(resources(stack)).filter(
      (found) => found.Type === 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    );
    expect(balancer).toMatchObject({
      Properties: {
        Scheme: 'internet-facing',
        Subnets: stack.resolve(zone.subnets.map((subnet) => subnet.subnetId)),
        SecurityGroups: stack.resolve(zone.securityGroups.map((group) => group.securityGroupId)),
      },
      DependsOn: expect.arrayContaining([expect.stringContaining('InternetRoute')]),
    });
  });

  test.each([
    ['deletion_protection.enabled', 'true'],
    ['routing.http.drop_invalid_header_fields.enabled', 'true'],
    ['routing.http.desync_mitigation_mode', 'defensive'],
    ['access_logs.s3.enabled', 'true'],
    ['access_logs.s3.bucket', 'archive-access'],
    ['access_logs.s3.prefix', 'perimeter'],
    ['connection_logs.s3.enabled', 'true'],
    ['connection_logs.s3.bucket', 'archive-access'],
  ])('sets %s to %s', (Key, Value) => {
    expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: Match.arrayWith([{ Key, Value }]),
    });
  });

  test('speaks TLS 1.2 and 1.3 with forward secrecy, and refuses hosts that are not published', () => {
    expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443,
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      Certificates: [{ CertificateArn: CERTIFICATE }],
      DefaultActions: [
        Match.objectLike({ Type: 'fixed-response', FixedResponseConfig: Match.objectLike({ StatusCode: '404' }) }),
      ],
      ListenerAttributes: Match.arrayWith([
        Match.objectLike({ Key: 'routing.http.response.strict_transport_security.header_value' }),
      ]),
    });
  });

  test('answers plain HTTP with a redirect and nothing else', () => {
    expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      ],
    });
  });

  test('opens nothing by itself', () => {
    expectTemplate(stack).resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    expectTemplate(stack).resourceCountIs('AWS::EC2::SecurityGroupEgress', 0);
  });
});

describe('the web application firewall', () => {
  const { stack } = ingress({ requestsPerFiveMinutes: 500 });

  test('blocks floods first, then what the managed groups know', () => {
    const [acl] = ofType(stack, 'AWS::WAFv2::WebACL');
    const rules = acl?.['Rules'] as { Name: string; Priority: number }[];
    expect(rules.map((rule) => [rule.Priority, rule.Name])).toEqual([
      [0, 'RateLimit'],
      ...MANAGED_RULE_GROUPS.map((name, index) => [index + 1, name]),
    ]);
    expect(rules[0]).toMatchObject({
      Action: { Block: {} },
      Statement: { RateBasedStatement: { Limit: 500, EvaluationWindowSec: 300, AggregateKeyType: 'IP' } },
    });
    for (const rule of rules.slice(1)) expect(rule).toMatchObject({ OverrideAction: { None: {} } });
  });

  test('stands before the load balancer', () => {
    expectTemplate(stack).hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
      ResourceArn: { Ref: Match.stringLikeRegexp('^IngressLoadBalancer') },
    });
  });

  test('keeps an encrypted log without credentials', () => {
    expectTemplate(stack).hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
    });
    expectTemplate(stack).hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      Properties: { LogGroupName: 'aws-waf-logs-perimeter-Ingress', RetentionInDays: 365, KmsKeyId: Match.anyValue() },
    });
  });

  test.each<[string, Countries, object]>([
    [
      'takes some countries alone',
      { allow: ['HK', 'MO'] },
      { NotStatement: { Statement: { GeoMatchStatement: { CountryCodes: ['HK', 'MO'] } } } },
    ],
    ['refuses some countries', { block: ['XX'] }, { GeoMatchStatement: { CountryCodes: ['XX'] } }],
  ])('%s, where asked', (_, countries, Statement) => {
    const [acl] = ofType(ingress({ countries }).stack, 'AWS::WAFv2::WebACL');
    expect(acl?.['Rules']).toContainEqual(
      expect.objectContaining({ Name: 'Origin', Priority: 1000, Action: { Block: {} }, Statement }),
    );
  });

  test('takes other rule groups', () => {
    const other = ingress({ managedRuleGroups: ['AWSManagedRulesLinuxRuleSet'] });
    expect(JSON.stringify(ofType(other.stack, 'AWS::WAFv2::WebACL'))).toContain('AWSManagedRulesLinuxRuleSet');
  });
});

describe('a published host', () => {
  test('is passed on over HTTPS to fixed addresses across the hub', () => {
    const { stack, made } = ingress();
    made.publish('www.example.gov.hk', { ...PORTAL, port: 8443, healthCheckPath: '/ready' });
    expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetType: 'ip',
      Protocol: 'HTTPS',
      Port: 8443,
      HealthCheckProtocol: 'HTTPS',
      HealthCheckPath: '/ready',
      Targets: PORTAL.targetIps.map((Id) => ({
        Id,
        Port: 8443,
        AvailabilityZone: 'all',
      })),
    });
    expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
      Priority: hostPriority('www.example.gov.hk'),
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['www.example.gov.hk'] } }],
    });
  });

  test('inside the VPC belongs to an availability zone', () => {
    const { stack, made } = ingress();
    made.publish('www.example.gov.hk', { targetIps: ['10.64.0.10'] });
    expect(ofType(stack, 'AWS::ElasticLoadBalancingV2::TargetGroup')).toMatchObject([
      { Targets: [{ Id: '10.64.0.10', Port: 443 }] },
    ]);
    expect(JSON.stringify(ofType(stack, 'AWS::ElasticLoadBalancingV2::TargetGroup'))).not.toContain('"all"');
  });

  test('keeps its resources and its place when others come and go', () => {
    const rules = [
      ['a.gov.hk', 'b.gov.hk'],
      ['c.gov.hk', 'b.gov.hk', 'a.gov.hk'],
    ].map((hosts) => {
      const { stack, made } = ingress();
      for (const host of hosts) made.publish(host, PORTAL);
      return Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::ListenerRule');
    });
    expect(rules[1]).toMatchObject(rules[0] ?? {});
  });
});

test('is named by its owner, who can delete a trial', () => {
  const { stack } = ingress({ deletionProtection: false, ingressName: 'trial' });
  expectTemplate(stack).hasResourceProperties('AWS::WAFv2::WebACL', { Name: 'trial', Scope: 'REGIONAL' });
  expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    LoadBalancerAttributes: Match.arrayWith([{ Key: 'deletion_protection.enabled', Value: 'false' }]),
  });
});

describe('refuses', () => {
  test('a zone inside', () => {
    const stack = networkStack();
    const props = { certificateArn: CERTIFICATE, accessLogs: { bucketName: 'b' }, encryptionKey: logKey(stack) };
    expect(
      () => new InternetIngress(stack, 'Ingress', { ...props, zone: departmentVpc(stack).zone('application') }),
    ).toThrow(/\[Network\/Ingress\] zone: found application, which does not face the internet/);
  });

  test('a limit that AWS does not take', () => {
    expect(() => ingress({ requestsPerFiveMinutes: 5 })).toThrow(/requestsPerFiveMinutes: found 5, expected 10 to/);
  });

  test.each<[Countries, RegExp]>([
    [{ allow: [] }, /countries: found none/],
    [{ allow: ['Hong Kong'] }, /found "Hong Kong", expected two capital letters/],
    [{ block: ['HK', 'HK'] }, /found HK twice/],
  ])('countries %j', (countries, message) => {
    expect(() => ingress({ countries })).toThrow(message);
  });

  test.each<[string, string, { targetIps: string[]; port?: number }, RegExp]>([
    ['a malformed host name', 'WWW.example.gov.hk', PORTAL, /found host name "WWW.example.gov.hk"/],
    ['a wildcard', '*.example.gov.hk', PORTAL, /found host name "\*.example.gov.hk"/],
    ['no target', 'www.example.gov.hk', { targetIps: [] }, /found no targetIps/],
    [
      'a target that is a name',
      'www.example.gov.hk',
      { targetIps: ['portal'] },
      /found target "portal", expected an IPv4/,
    ],
    ['an IPv6 target', 'www.example.gov.hk', { targetIps: ['2001:db8::1'] }, /found target "2001:db8::1"/],
    ['a port that is none', 'www.example.gov.hk', { ...PORTAL, port: 0 }, /found port 0, expected 1 to 65535/],
  ])('%s', (_, hostname, target, message) => {
    expect(() => ingress().made.publish(hostname, target)).toThrow(message);
  });

  test('one host twice, and two on one place', () => {
    const { made } = ingress();
    made.publish('www.example.gov.hk', PORTAL);
    expect(() => made.publish('www.example.gov.hk', PORTAL)).toThrow(/found www.example.gov.hk twice/);
    const twin = colliding('www.example.gov.hk');
    expect(() => made.publish(twin, PORTAL)).toThrow(
      new RegExp(`${twin} and www.example.gov.hk meet on priority \\d+`),
    );
  });

  test('more hosts than a load balancer has rules', () => {
    const { made } = ingress();
    for (let index = 0; index < 100; index += 1) made.publish(`s${index}.example.gov.hk`, PORTAL);
    expect(() => made.publish('www.example.gov.hk', PORTAL)).toThrow(
      /www.example.gov.hk is host 101, expected at most 100/,
    );
  });
});

function colliding(hostname: string): string {
  for (let index = 0; ; index += 1) {
    const other = `h${index}.example.gov.hk`;
    if (hostPriority(other) === hostPriority(hostname)) return other;
  }
}
