import { aws_ec2 as ec2, type Stack } from 'aws-cdk-lib';
import { buildWebService, ownGroup, withAddresses, zoneGroup } from './web-service-bench';
import { ofType, only, resources } from './workbench';

type Properties = Record<string, unknown>;

function balancer(stack: Stack, type: 'application' | 'network'): Properties {
  const found = resources(stack).find(
    ({ Type, Properties }) => Type.endsWith('::LoadBalancer') && Properties?.['Type'] === type,
  );
  if (!found?.Properties) throw new Error(`no ${type} load balancer`);
  return found.Properties;
}

function attributes({ LoadBalancerAttributes }: Properties): Record<string, string> {
  const list: { Key: string; Value: string }[] = Array.isArray(LoadBalancerAttributes) ? LoadBalancerAttributes : [];
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

describe('the load balancer of a WebService', () => {
  test('is internal, in the zone, and opens its own group only', () => {
    expect(balancer(buildWebService().stack, 'application')).toMatchObject({
      Scheme: 'internal',
      SecurityGroups: [ownGroup('WebBalancerSecurityGroup'), zoneGroup],
    });
  });

  test('drops malformed requests, is protected, and logs to the archive', () => {
    expect(attributes(balancer(buildWebService().stack, 'application'))).toEqual({
      'deletion_protection.enabled': 'true',
      'routing.http.drop_invalid_header_fields.enabled': 'true',
      'routing.http.desync_mitigation_mode': 'strictest',
      'access_logs.s3.enabled': 'true',
      'access_logs.s3.bucket': 'central-access-logs',
      'connection_logs.s3.enabled': 'true',
      'connection_logs.s3.bucket': 'central-access-logs',
    });
  });

  test('speaks HTTPS with TLS 1.2 or 1.3, and nothing else', () => {
    expect(only(buildWebService().stack, 'AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({
      Port: 443,
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      Certificates: [{ CertificateArn: 'arn:aws:acm:ap-east-1:123456789012:certificate/1' }],
    });
  });

  test('lets nobody in by itself', () => {
    const open = ofType(buildWebService().stack, 'AWS::EC2::SecurityGroup').filter(
      ({ Properties }) => Properties?.['SecurityGroupIngress'],
    );
    expect(open).toEqual([]);
  });

  test('reaches the tasks, and only it does', () => {
    const { stack } = buildWebService();
    expect(only(stack, 'AWS::EC2::SecurityGroupIngress')).toMatchObject({
      FromPort: 8080,
      ToPort: 8080,
      GroupId: ownGroup('WebSecurityGroup'),
      SourceSecurityGroupId: ownGroup('WebBalancerSecurityGroup'),
    });
  });

  test('stands behind a web ACL where one is given', () => {
    const webAclArn = 'arn:aws:wafv2:ap-east-1:123456789012:regional/webacl/x/y';
    expect(only(buildWebService(() => ({ webAclArn })).stack, 'AWS::WAFv2::WebACLAssociation')).toMatchObject({
      WebACLArn: webAclArn,
    });
  });

  test.each([
    [false, 'HTTP'],
    [true, 'HTTPS'],
  ])('speaks to a container with TLS %p by %s', (containerTls, protocol) => {
    expect(
      only(buildWebService(() => ({ containerTls })).stack, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    ).toMatchObject({
      Port: 8080,
      Protocol: protocol,
      HealthCheckProtocol: protocol,
      HealthCheckPath: '/healthz',
    });
  });
});

describe('a WebService with fixed addresses', () => {
  test('is fronted by an internal network load balancer under those addresses', () => {
    const front = balancer(withAddresses().stack, 'network');
    expect(front).toMatchObject({
      Scheme: 'internal',
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
      SubnetMappings: [
        { PrivateIPv4Address: '10.0.0.10', SubnetId: { 'Fn::ImportValue': expect.stringContaining('Subnet1') } },
        { PrivateIPv4Address: '10.0.128.10', SubnetId: { 'Fn::ImportValue': expect.stringContaining('Subnet2') } },
      ],
      SecurityGroups: [ownGroup('WebFrontSecurityGroup'), zoneGroup],
    });
    expect(attributes(front)).toMatchObject({
      'deletion_protection.enabled': 'true',
      'load_balancing.cross_zone.enabled': 'true',
      'access_logs.s3.enabled': 'true',
      'access_logs.s3.bucket': 'central-access-logs',
    });
  });

  test('passes TLS through to the application load balancer', () => {
    const [front] = ofType(withAddresses().stack, 'AWS::ElasticLoadBalancingV2::TargetGroup').filter(
      ({ Properties }) => Properties?.['TargetType'] === 'alb',
    );
    expect(front?.Properties).toMatchObject({ Protocol: 'TCP', Port: 443, HealthCheckProtocol: 'HTTPS' });
  });

  test('is reached there, and the application load balancer only from there', () => {
    const { stack, web } = withAddresses();
    web.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.9.0.0/24'));
    const open = ofType(stack, 'AWS::EC2::SecurityGroup').filter(
      ({ Properties }) => Properties?.['SecurityGroupIngress'],
    );
    expect(open).toMatchObject([{ Properties: { GroupDescription: 'Fixed addresses of Web' } }]);
    expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        GroupId: ownGroup('WebBalancerSecurityGroup'),
        SourceSecurityGroupId: ownGroup('WebFrontSecurityGroup'),
        FromPort: 443,
      }),
      expect.objectContaining({ GroupId: ownGroup('WebSecurityGroup'), FromPort: 8080 }),
    ]);
  });
});
