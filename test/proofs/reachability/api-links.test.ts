import { APP, balancer, layer4, listener, network, targets, tcp } from './balancer-parts';
import { ask, group, instance, ref, resource, subnet, vpc, world } from './world';
import type { Resources } from './world';

const VPC: Resources[] = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Front', 'Vpc', '10.0.1.0/24'),
  subnet('Back', 'Vpc', '10.0.2.0/24'),
];

// Amazon API Gateway developer guide, Private integrations for REST APIs; Create private integrations for HTTP APIs
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
describe('a VPC link of API Gateway', () => {
  const http = (properties: object = {}, rules = 'tcp 443 Glink') => [
    ...VPC,
    group('Glink', 'Vpc', ''),
    group('Galb', 'Vpc', rules),
    balancer({ Scheme: 'internal' }),
    listener(),
    targets(),
    ...APP,
    resource('Link', 'AWS::ApiGatewayV2::VpcLink', { SubnetIds: [ref('Front')], SecurityGroupIds: [ref('Glink')] }),
    resource('Calls', 'AWS::ApiGatewayV2::Integration', {
      ConnectionType: 'VPC_LINK',
      ConnectionId: ref('Link'),
      IntegrationUri: ref('Https'),
      ...properties,
    }),
  ];

  test('leads callers of an HTTP API to the load balancer of its listener, under the groups of the link', () => {
    const answer = ask(world(...http()), 'internet', 'Alb');
    expect(answer.answer).toBe('yes');
    expect(answer.through.map(({ hop }) => hop)).toEqual(['API Gateway integration Calls']);
    expect(ask(world(...http()), 'internet', 'App').answer).toBe('yes');
    expect(ask(world(...http({}, 'tcp 443 192.0.2.0/24')), 'internet', 'Alb').answer).toBe('no');
    expect(ask(world(...http({ ConnectionType: 'INTERNET' })), 'internet', 'Alb').answer).toBe('no');
  });

  test('may lead to whatever a service of Cloud Map stands for, and to nothing that is named elsewhere', () => {
    const registered = resource('Registered', 'AWS::ServiceDiscovery::Service', { Name: 'web' });
    const uri = { 'Fn::GetAtt': ['Registered', 'Arn'] };
    expect(ask(world(...http({ IntegrationUri: uri }), registered), 'internet', 'Alb').answer).toBe('unknown');
    const far = 'arn:aws:elasticloadbalancing:ap-east-1:111122223333:listener/app/far/0/1';
    expect(ask(world(...http({ IntegrationUri: far })), 'internet', 'Alb').answer).toBe('no');
  });

  test('of another stack: from interfaces that no template says', () => {
    expect(ask(world(...http({ ConnectionId: 'vpc-link' })), 'internet', 'Alb').answer).toBe('unknown');
  });

  const rest = (types: readonly string[], ...more: Resources[]) => [
    ...VPC,
    network({ Scheme: 'internal' }),
    layer4,
    tcp({ Port: 8080 }),
    instance('App', 'Back', ['Gapp']),
    group('Gapp', 'Vpc', 'tcp 8080 10.0.1.0/24'),
    resource('Link', 'AWS::ApiGateway::VpcLink', { TargetArns: [ref('Alb')] }),
    resource('Api', 'AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: types } }),
    ...more,
  ];
  const method = resource('Get', 'AWS::ApiGateway::Method', {
    RestApiId: ref('Api'),
    Integration: { Type: 'HTTP_PROXY', ConnectionType: 'VPC_LINK', ConnectionId: ref('Link') },
  });

  test('leads callers of a REST API to its network load balancer, and on', () => {
    expect(ask(world(...rest(['REGIONAL'])), 'internet', 'App').answer).toBe('unknown');
    const answer = ask(world(...rest(['REGIONAL'], method)), 'internet', 'App');
    expect(answer.answer).toBe('yes');
    expect(answer.through.map(({ hop }) => hop)[0]).toBe('API Gateway VPC link Link');
  });

  test('may be closed to the internet where a condition decides whether its API is private', () => {
    const types = { 'Fn::If': ['Closed', ['PRIVATE'], ['REGIONAL']] };
    const api = resource('Api', 'AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: types } });
    expect(ask(world(...rest([], method), api), 'internet', 'App').answer).toBe('yes');
  });

  test('of an API for HTTP is used by REST APIs too', () => {
    const own = resource('Get', 'AWS::ApiGateway::Method', {
      RestApiId: ref('Api'),
      Integration: { ConnectionType: 'VPC_LINK', ConnectionId: ref('Link'), IntegrationTarget: ref('Https') },
    });
    const api = (type: string) =>
      resource('Api', 'AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: [type] } });
    const net = (type: string) => world(...http({ ConnectionType: 'INTERNET' }), own, api(type));
    expect(ask(net('REGIONAL'), 'internet', 'App').answer).toBe('yes');
    expect(ask(net('PRIVATE'), 'internet', 'App').answer).toBe('no');
  });

  test('of a private API takes calls at its interface endpoints alone', () => {
    const parts = [
      method,
      group('Gend', 'Vpc', 'tcp 443 10.0.2.0/24'),
      resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.ap-east-1.execute-api',
        SubnetIds: [ref('Back')],
        SecurityGroupIds: [ref('Gend')],
      }),
      group('Gclient', 'Vpc', ''),
      instance('Client', 'Back', ['Gclient']),
    ];
    const net = world(...rest(['PRIVATE'], ...parts));
    expect(ask(net, 'internet', 'App').answer).toBe('no');
    expect(ask(net, 'Client', 'App').answer).toBe('yes');
  });
});
