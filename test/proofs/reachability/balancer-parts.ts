import { group, instance, internetGateway, ref, resource, subnet, table, vpc, type Resources } from './world';

/** A public subnet for the balancer, a private one for what is behind. */
export const NET: Resources[] = [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Front', 'Vpc', '10.0.1.0/24', { MapPublicIpOnLaunch: true }),
  subnet('Back', 'Vpc', '10.0.2.0/24'),
  internetGateway('Igw', 'Vpc'),
  table('Routes', 'Vpc', ['Front'], ['0.0.0.0/0 GatewayId Igw']),
  group('Galb', 'Vpc', 'tcp 443 0.0.0.0/0'),
];
export const APP = [group('Gapp', 'Vpc', 'tcp 8080 Galb'), instance('App', 'Back', ['Gapp'])];

export const balancer = (properties: object = {}, subnets = ['Front']) =>
  resource('Alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Scheme: 'internet-facing',
    Subnets: subnets.map(ref),
    SecurityGroups: [ref('Galb')],
    ...properties,
  });
export const network = (properties: object = {}) =>
  balancer({ Type: 'network', SecurityGroups: undefined, ...properties });
export const listener = (properties: object = {}) =>
  resource('Https', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('Alb'),
    Port: 443,
    Protocol: 'HTTPS',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    ...properties,
  });
export const targets = (properties: object = {}, id = 'Targets') =>
  resource(id, 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    Port: 8080,
    Protocol: 'HTTP',
    VpcId: ref('Vpc'),
    Targets: [{ Id: ref('App') }],
    ...properties,
  });
export const rule = (id: string, priority: number, action: object, ...conditions: object[]) =>
  resource(id, 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: ref('Https'),
    Priority: priority,
    Actions: [action],
    Conditions: conditions,
  });
export const FORWARD = { Type: 'forward', TargetGroupArn: ref('Targets') };
export const REFUSE = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } };
export const tcp = (properties: object = {}) => targets({ Protocol: 'TCP', ...properties });
export const layer4 = listener({ Protocol: 'TCP' });
