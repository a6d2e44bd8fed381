import { Template } from 'aws-cdk-lib/assertions';
import { claimsOf } from '../../../constructs/claims';
import { networkOf } from './network-of';

const { ofType, stack } = networkOf('network');

describe('HubStack', () => {
  test('shares a gateway that accepts nothing by itself with the organisation', () => {
    expect(ofType('hub', 'AWS::EC2::TransitGateway')).toMatchObject([
      { AutoAcceptSharedAttachments: 'disable', DefaultRouteTablePropagation: 'disable', AmazonSideAsn: 64512 },
    ]);
    const organisation = 'arn:aws:organizations::200000000001:organization/o-small12345';
    for (const share of ofType('hub', 'AWS::RAM::ResourceShare')) {
      expect(share).toMatchObject({ AllowExternalPrincipals: false, Principals: [organisation] });
    }
    expect(ofType('hub', 'AWS::SSM::Parameter')).toMatchObject([{ Name: '/small/network/transit-gateway-id' }]);
    expect(ofType('hub', 'AWS::EC2::TransitGatewayRouteTable')).toHaveLength(2);
  });
});

describe('RoutingStack', () => {
  test('accepts attachments of other accounts by the ids that they publish', () => {
    const parameters = Object.values(Template.fromStack(stack('routing')).findParameters('*'));
    expect(parameters.map((parameter) => parameter['Default'])).toContain(
      'arn:aws:ssm:ap-east-1:200000000011:parameter/small/network/attachments/e-services-prod',
    );
    expect(ofType('routing', 'Custom::AcceptedAttachment')).toHaveLength(1);
  });

  test('gives each VPC the table of its trust level, and sends spokes to the firewall', () => {
    expect(ofType('routing', 'AWS::EC2::TransitGatewayRouteTableAssociation')).toHaveLength(3);
    expect(ofType('routing', 'AWS::EC2::TransitGatewayRouteTablePropagation')).toHaveLength(3);
    const routes = ofType('routing', 'AWS::EC2::TransitGatewayRoute');
    expect(routes.map((route) => [route['DestinationCidrBlock'], route['Blackhole'] ?? false])).toEqual([
      ['0.0.0.0/0', false],
      ['192.168.0.0/16', true],
    ]);
  });
});

describe('HubRoutesStack', () => {
  test('routes the zones that have flows to the hub, for the address space of the network', () => {
    expect(ofType('hub-routes-perimeter', 'AWS::EC2::Route')).toMatchObject([{ DestinationCidrBlock: '10.64.0.0/16' }]);
    const spoke = networkOf('e-services-prod');
    expect(spoke.ofType('hub-routes', 'AWS::EC2::Route')).toHaveLength(1);
  });
});

describe('InspectionStack', () => {
  test('passes the flows between VPCs, and not that from the internet', () => {
    const [group] = ofType('inspection', 'AWS::NetworkFirewall::RuleGroup');
    const rules = JSON.stringify(group).match(/"Source":"[^"]+"|"Destination":"[^"]+"/g) ?? [];
    expect(new Set(rules)).toEqual(
      new Set([
        ...['10.64.0.0/23', '10.64.2.0/24'].map((source) => `"Source":"${source}"`),
        ...['10.64.32.0/23', '10.64.34.0/24'].map((destination) => `"Destination":"${destination}"`),
      ]),
    );
    expect(claimsOf(stack('inspection')).flows?.map((flow) => flow.id)).toEqual(['dmz-to-portal']);
  });

  test('writes to the archive', () => {
    expect(JSON.stringify(ofType('inspection', 'AWS::NetworkFirewall::LoggingConfiguration'))).toContain(
      '"bucketName":"small-200000000002-network"',
    );
  });
});

describe('IngressStack', () => {
  test('publishes the services at their fixed addresses', () => {
    expect(ofType('ingress', 'AWS::ElasticLoadBalancingV2::TargetGroup')).toMatchObject([
      { Targets: ['10.64.32.10', '10.64.33.10', '10.64.34.10'].map((Id) => ({ Id, AvailabilityZone: 'all' })) },
    ]);
    expect(JSON.stringify(ofType('ingress', 'AWS::ElasticLoadBalancingV2::ListenerRule'))).toContain(
      'www.e-services.example.gov.hk',
    );
  });

  test('logs to the archive', () => {
    expect(JSON.stringify(ofType('ingress', 'AWS::ElasticLoadBalancingV2::LoadBalancer'))).toContain(
      '{"Key":"access_logs.s3.bucket","Value":"small-200000000002-access"}',
    );
  });
});
