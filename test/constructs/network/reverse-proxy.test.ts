import { aws_kms as kms, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { parse } from 'yaml';
import { INTERNET, InternetIngress, ReverseProxy, type ReverseProxyProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { NETWORK_QUOTAS } from '../../../lib/model';
import { provedOf } from './support/hub-network';
import { expectTemplate, inventory, logKey, networkStack, ofType, perimeterVpc } from './support/network';

const IMAGE = `111122223333.dkr.ecr.ap-east-1.amazonaws.com/platform/envoy@sha256:${'a'.repeat(64)}`;
const CERTIFICATE = 'arn:aws:acm:ap-east-1:111122223333:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';
const SECRET = 'arn:aws:secretsmanager:ap-east-1:111122223333:secret:proxy/tls-AbCdEf';
const REASON = { reason: 'Needed by the service, and approved' };

/** A way in, with a proxy or without, and a service in the zone behind. */
function wayIn(withProxy: boolean, props: Partial<ReverseProxyProps> = {}) {
  const stack = networkStack();
  const vpc = perimeterVpc(stack);
  const [zone, inside] = [vpc.zone('internet-dmz'), vpc.zone('government-dmz')];
  zone.allowFrom(INTERNET, 443, REASON);
  zone.allowTo(inside, 443, REASON);
  const encryptionKey = logKey(stack);
  const proxyProps: ReverseProxyProps = {
    placement: zone,
    image: IMAGE,
    certificateSecret: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', SECRET),
    encryptionKey,
    ...props,
  };
  const proxy = withProxy ? new ReverseProxy(stack, 'Proxy', proxyProps) : undefined;
  const ingress = new InternetIngress(stack, 'Ingress', {
    zone,
    ...(proxy ? { proxy } : {}),
    certificateArn: CERTIFICATE,
    accessLogs: { bucketName: 'archive-access' },
    encryptionKey,
  });
  return { stack, proxy, ingress };
}

const { stack, ingress } = wayIn(true);
ingress.publish('www.example.gov.hk', { targetIps: ['10.64.4.10', '10.64.5.10'] });
ingress.publish('pay.example.gov.hk', { targetIps: ['10.64.6.10'], port: 8443, healthCheckPath: '/ready' });

interface Settings {
  static_resources: {
    listeners: { filter_chains: { filters: { typed_config: { route_config: { virtual_hosts: unknown[] } } }[] }[] }[];
    clusters: { name: string; transport_socket: unknown }[];
  };
  admin?: unknown;
}

function settings(): Settings {
  const [task] = ofType(stack, 'AWS::ECS::TaskDefinition') as { ContainerDefinitions: { Command: string[] }[] }[];
  return parse(task?.ContainerDefinitions[0]?.Command.at(-1) ?? '') as Settings;
}

test('has no finding that is not acknowledged, and makes these', () => {
  expect(unacknowledged(stack)).toEqual([]);
  expect(inventory(stack)).toMatchObject({
    'AWS::ECS::Cluster': 1,
    'AWS::ECS::Service': 1,
    'AWS::ECS::TaskDefinition': 1,
    'AWS::ApplicationAutoScaling::ScalableTarget': 1,
    'AWS::ElasticLoadBalancingV2::TargetGroup': 1,
    'AWS::ElasticLoadBalancingV2::ListenerRule': 2,
    'AWS::Logs::LogGroup': 3,
  });
});

test('the internet reaches what is inside by the load balancer alone where there is no proxy, and not where there is', () => {
  const without = wayIn(false);
  without.ingress.publish('www.example.gov.hk', { targetIps: ['10.64.4.10'] });
  const question = { from: 'internet', to: 'perimeter/government-dmz', port: 443 } as const;
  expect(provedOf(without.stack).ask(question).answer).toBe('yes');
  const network = provedOf(stack);
  expect(network.ask(question).answer).toBe('no');
  expect(network.ask({ ...question, from: 'perimeter/internet-dmz' }).answer).toBe('yes');
  expect(network.ask({ from: 'internet', to: 'perimeter/internet-dmz', port: 443 }).answer).toBe('yes');
});

test('opens from load balancer to proxy by their own groups, and nothing else', () => {
  const group = (name: string) => ({ 'Fn::GetAtt': [expect.stringMatching(`^${name}SecurityGroup`), 'GroupId'] });
  const rules = ofType(stack, 'AWS::EC2::SecurityGroupIngress').filter(({ FromPort }) => FromPort === 8443);
  expect(rules).toMatchObject([{ GroupId: group('Proxy'), SourceSecurityGroupId: group('Ingress'), ToPort: 8443 }]);
  expectTemplate(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    Protocol: 'HTTPS',
    Port: 8443,
    HealthCheckProtocol: 'HTTPS',
    HealthCheckPath: '/healthz',
  });
});

test('leads each host to its service over TLS, whose certificate is for that host, and no other', () => {
  const { static_resources: parts, admin } = settings();
  expect(admin).toBeUndefined();
  const [listener] = parts.listeners;
  const hosts = listener?.filter_chains[0]?.filters[0]?.typed_config.route_config.virtual_hosts;
  expect(hosts).toMatchObject([
    { domains: ['www.example.gov.hk'], routes: [{ route: { cluster: 'www.example.gov.hk' } }] },
    { domains: ['pay.example.gov.hk'], routes: [{ route: { cluster: 'pay.example.gov.hk' } }] },
    { domains: ['*'], routes: [{ match: { path: '/healthz' } }, { direct_response: { status: 404 } }] },
  ]);
  expect(parts.clusters).toMatchObject([
    {
      name: 'www.example.gov.hk',
      health_checks: [{ http_health_check: { path: '/healthz' } }],
      load_assignment: { endpoints: [{ lb_endpoints: [address('10.64.4.10', 443), address('10.64.5.10', 443)] }] },
    },
    {
      name: 'pay.example.gov.hk',
      health_checks: [{ http_health_check: { path: '/ready' } }],
      load_assignment: { endpoints: [{ lb_endpoints: [address('10.64.6.10', 8443)] }] },
    },
  ]);
  for (const cluster of parts.clusters) {
    expect(cluster.transport_socket).toMatchObject({
      typed_config: { common_tls_context: { validation_context: { trusted_ca: { filename: expect.any(String) } } } },
    });
    expect(JSON.stringify(cluster)).toContain('"auto_sni":true,"auto_san_validation":true');
  }
});

test('reads its certificate from a secret, by a role that may use its key', () => {
  const key = kms.Key.fromKeyArn(networkStack('Keys'), 'Key', 'arn:aws:kms:ap-east-1:111122223333:key/certificates');
  const other = wayIn(true, { certificateKey: key });
  const [task] = ofType(other.stack, 'AWS::ECS::TaskDefinition');
  expect(task?.['ContainerDefinitions']).toMatchObject([
    {
      ReadonlyRootFilesystem: true,
      User: '10001:10001',
      Secrets: [
        { Name: 'TLS_CERTIFICATE', ValueFrom: `${SECRET}:certificate::` },
        { Name: 'TLS_PRIVATE_KEY', ValueFrom: `${SECRET}:privateKey::` },
      ],
    },
  ]);
  expect(JSON.stringify(ofType(other.stack, 'AWS::IAM::Policy'))).toContain(key.keyArn);
});

describe('refuses', () => {
  test.each<[string, Partial<ReverseProxyProps>, RegExp]>([
    [
      'no image',
      { image: '' },
      /\[Network\/Proxy\] image: found none, expected one by its digest; copy an image of Envoy/,
    ],
    ['an image by tag', { image: IMAGE.replace(/@.*/, ':1.31') }, /found ".*envoy:1.31", expected one by its digest/],
    ['a public image', { image: IMAGE.replace(/^[^/]*/, 'docker.io') }, /image: expected ACCOUNT.dkr.ecr/],
    ['one task', { desiredCount: 1 }, /desiredCount: expected 2 tasks or more/],
    ['root', { user: '0' }, /user: expected a numeric user/],
  ])('%s', (_, props, message) => {
    expect(() => wayIn(true, props)).toThrow(message);
  });

  test('a proxy of another zone', () => {
    const placement = perimeterVpc(networkStack('Other')).zone('internet-dmz');
    expect(() => wayIn(true, { placement })).toThrow(/proxy: Network\/Proxy stands in another zone/);
  });

  test('a zone of one subnet, which does not survive the loss of it', () => {
    const { subnets, securityGroups, vpc } = perimeterVpc(networkStack('Other')).zone('internet-dmz');
    const placement = { vpc, securityGroups, subnets: subnets.slice(0, 1) };
    expect(() => wayIn(true, { placement })).toThrow(/placement.subnets: expected at least 2 subnets/);
  });

  test('more hosts than the definition of a task holds', () => {
    const full = wayIn(true);
    for (let index = 0; index < 99; index += 1) {
      const hostname = `a-service-with-a-long-name-${index}.example.gov.hk`;
      const addresses = ['10.64.4.10', '10.64.5.10', '10.64.6.10'];
      full.proxy?.pass({ hostname, addresses, port: 443, healthCheckPath: '/healthz' });
    }
    expect(() => ofType(full.stack, 'AWS::ECS::TaskDefinition')).toThrow(/settings for 99 hosts take \d+ bytes/);
  });

  test('no host of as many as growth counts with', () => {
    const full = wayIn(true);
    for (let index = 0; index < NETWORK_QUOTAS.hostsPerProxy; index += 1) {
      const hostname = `service-${String(index).padStart(2, '0')}.department.example.gov.hk`.padStart(40, 'a');
      full.proxy?.pass({
        hostname,
        addresses: ['10.64.4.10', '10.64.5.10', '10.64.6.10'],
        port: 443,
        healthCheckPath: '/healthz',
      });
    }
    expect(ofType(full.stack, 'AWS::ECS::TaskDefinition')).toHaveLength(1);
  });
});

function address(ip: string, port: number): object {
  return { endpoint: { address: { socket_address: { address: ip, port_value: port } } } };
}
