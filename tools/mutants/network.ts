import { add, adding, edit, remove, set, unset, where, without } from './edit';
import type { Operator, Site } from './operator';

const OPEN = { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp' };

/** Zones, routes, filters, inspection, names. */
export const NETWORK: readonly Operator[] = [
  { name: 'flow log removed', type: 'AWS::EC2::FlowLog', change: remove, controls: ['NET-11'] },
  {
    name: 'flow log of rejected traffic only',
    type: 'AWS::EC2::FlowLog',
    change: where('"VPC"', set('TrafficType', 'REJECT')),
    controls: ['NET-11'],
  },
  {
    name: 'SSH opened to the internet',
    type: 'AWS::EC2::SecurityGroup',
    change: set('SecurityGroupIngress', [{ ...OPEN, FromPort: 22, ToPort: 22, Description: 'Remote work' }]),
    controls: ['NET-08', 'NET-02'],
  },
  {
    name: 'every port opened to the internet over IPv6',
    type: 'AWS::EC2::SecurityGroup',
    change: set('SecurityGroupIngress', [{ CidrIpv6: '::/0', IpProtocol: '-1', Description: 'Tests' }]),
    controls: ['NET-08', 'NET-02', 'NET-21'],
  },
  {
    name: 'all egress opened',
    type: 'AWS::EC2::SecurityGroup',
    change: set('SecurityGroupEgress', [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1', Description: 'Updates' }]),
    controls: ['NET-05', 'NET-02', 'NET-04'],
  },
  {
    name: 'an ingress rule widened to every port',
    type: 'AWS::EC2::SecurityGroupIngress',
    change: set('IpProtocol', '-1'),
    controls: ['NET-02', 'NET-21', 'NET-19'],
  },
  {
    name: 'network ACL allows everything',
    type: 'AWS::EC2::NetworkAclEntry',
    change: ({ resource }) => {
      resource.Properties = { ...resource.Properties, CidrBlock: '0.0.0.0/0', Protocol: -1, RuleAction: 'allow' };
      Reflect.deleteProperty(resource.Properties, 'PortRange');
      return true;
    },
    controls: ['NET-01', 'NET-02', 'NET-08'],
  },
  {
    name: 'subnet gives public addresses',
    type: 'AWS::EC2::Subnet',
    change: set('MapPublicIpOnLaunch', true),
    controls: ['NET-07'],
  },
  {
    name: 'default security group left open',
    type: 'Custom::VpcRestrictDefaultSG',
    change: remove,
    controls: ['NET-09'],
  },
  {
    name: 'public access of VPCs no longer blocked',
    type: 'AWS::EC2::VPCBlockPublicAccessOptions',
    change: remove,
    controls: ['NET-06'],
  },
  {
    name: 'an internet gateway of its own for a VPC',
    type: 'AWS::EC2::VPC',
    change: (site) =>
      !hasGateway(site) &&
      add({
        ExtraGateway: { Type: 'AWS::EC2::InternetGateway' },
        ExtraAttachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: { Ref: site.logicalId }, InternetGatewayId: { Ref: 'ExtraGateway' } },
        },
      })(site),
    controls: ['NET-04', 'NET-18', 'NET-06'],
  },
  {
    name: 'a route to an internet gateway',
    type: 'AWS::EC2::RouteTable',
    change: (site) =>
      add({
        ExtraGateway: { Type: 'AWS::EC2::InternetGateway' },
        ExtraAttachment: {
          Type: 'AWS::EC2::VPCGatewayAttachment',
          Properties: { VpcId: site.resource.Properties?.['VpcId'], InternetGatewayId: { Ref: 'ExtraGateway' } },
        },
        ExtraRoute: {
          Type: 'AWS::EC2::Route',
          Properties: {
            RouteTableId: { Ref: site.logicalId },
            DestinationCidrBlock: '198.51.100.0/24',
            GatewayId: { Ref: 'ExtraGateway' },
          },
        },
      })(site),
    controls: ['NET-01', 'NET-04', 'NET-18', 'NET-06'],
  },
  {
    name: 'a VPC peering connection',
    type: 'AWS::EC2::VPC',
    change: (site) =>
      add({
        ExtraPeering: {
          Type: 'AWS::EC2::VPCPeeringConnection',
          Properties: {
            VpcId: { Ref: site.logicalId },
            PeerVpcId: 'vpc-0123456789abcdef0',
            PeerOwnerId: '999999999999',
          },
        },
      })(site),
    controls: ['NET-17', 'NET-18', 'NET-19'],
  },
  {
    name: 'transit gateway associates by default',
    type: 'AWS::EC2::TransitGateway',
    change: set('DefaultRouteTableAssociation', 'enable'),
    controls: ['NET-19', 'NET-02'],
  },
  {
    name: 'transit gateway propagates by default',
    type: 'AWS::EC2::TransitGateway',
    change: set('DefaultRouteTablePropagation', 'enable'),
    controls: ['NET-19', 'NET-02'],
  },
  {
    name: 'transit gateway accepts whoever asks',
    type: 'AWS::EC2::TransitGateway',
    change: set('AutoAcceptSharedAttachments', 'enable'),
    controls: ['NET-17', 'NET-18', 'NET-19'],
  },
  {
    name: 'firewall passes by default',
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    change: set('FirewallPolicy.StatelessDefaultActions', ['aws:pass']),
    controls: ['NET-12', 'NET-02', 'NET-05', 'NET-19'],
  },
  {
    name: 'firewall drops nothing by default',
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    change: unset('FirewallPolicy.StatefulDefaultActions'),
    controls: ['NET-12', 'NET-02', 'NET-05', 'NET-19'],
  },
  {
    name: 'firewall rule that passes everything',
    type: 'AWS::NetworkFirewall::RuleGroup',
    change: adding('RuleGroup.RulesSource.StatefulRules', {
      Action: 'PASS',
      Header: {
        Source: 'ANY',
        SourcePort: 'ANY',
        Destination: 'ANY',
        DestinationPort: 'ANY',
        Direction: 'FORWARD',
        Protocol: 'IP',
      },
      RuleOptions: [{ Keyword: 'sid', Settings: ['999'] }],
    }),
    controls: ['NET-02', 'NET-05', 'NET-12'],
  },
  {
    name: 'firewall without logs',
    type: 'AWS::NetworkFirewall::LoggingConfiguration',
    change: remove,
    controls: ['LOG-06', 'NET-12'],
  },
  {
    name: 'firewall can be deleted',
    type: 'AWS::NetworkFirewall::Firewall',
    change: set('DeleteProtection', false),
    controls: ['BKP-05', 'NET-12'],
  },
  {
    name: 'web application firewall detached',
    type: 'AWS::WAFv2::WebACLAssociation',
    change: remove,
    controls: ['NET-13'],
  },
  {
    name: 'web application firewall without logs',
    type: 'AWS::WAFv2::LoggingConfiguration',
    change: remove,
    controls: ['LOG-06', 'NET-13'],
  },
  {
    name: 'rate limit taken away',
    type: 'AWS::WAFv2::WebACL',
    change: without('Rules', 'RateBasedStatement'),
    controls: ['NET-20', 'NET-13'],
  },
  {
    name: 'managed rules taken away',
    type: 'AWS::WAFv2::WebACL',
    change: without('Rules', 'ManagedRuleGroupStatement'),
    controls: ['NET-13'],
  },
  {
    name: 'listener without encryption',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    change: ({ resource }) => {
      resource.Properties = { ...resource.Properties, Protocol: 'HTTP', Port: 80 };
      Reflect.deleteProperty(resource.Properties, 'Certificates');
      Reflect.deleteProperty(resource.Properties, 'SslPolicy');
      return true;
    },
    controls: ['NET-14'],
  },
  {
    name: 'listener with an old TLS policy',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    change: where('"HTTPS"', set('SslPolicy', 'ELBSecurityPolicy-2016-08')),
    controls: ['NET-14'],
  },
  {
    name: 'load balancer without access logs',
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    change: without('LoadBalancerAttributes', 'access_logs'),
    controls: ['LOG-06', 'LOG-03', 'NET-20', 'LOG-08'],
  },
  {
    name: 'load balancer faces the internet',
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    change: where('"internal"', set('Scheme', 'internet-facing')),
    controls: ['NET-03', 'NET-07', 'NET-02', 'NET-01', 'NET-06'],
  },
  {
    name: 'endpoint policy open to any account',
    type: 'AWS::EC2::VPCEndpoint',
    change: edit('PolicyDocument', () => ({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    })),
    controls: ['NET-10', 'RES-14'],
  },
  {
    name: 'DNS queries no longer recorded',
    type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    change: remove,
    controls: ['NET-16'],
  },
  {
    name: 'DNSSEC no longer checked',
    type: 'AWS::Route53Resolver::ResolverDNSSECConfig',
    change: remove,
    controls: ['NET-15'],
  },
];

/** AWS attaches one internet gateway to a VPC, no second. */
function hasGateway({ template, logicalId }: Site): boolean {
  return Object.values(template.Resources).some(
    ({ Type, Properties }) =>
      Type === 'AWS::EC2::VPCGatewayAttachment' && JSON.stringify(Properties?.['VpcId']) === `{"Ref":"${logicalId}"}`,
  );
}
