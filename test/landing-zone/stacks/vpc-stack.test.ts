import { Template } from 'aws-cdk-lib/assertions';
import { claimsOf } from '../../../constructs/claims';
import { smallInput } from '../support/small-config';
import { networkOf, type TestNetwork } from './network-of';

/** The small landing zone with another list of flows in the department's VPC. */
function withFlows(flows: NonNullable<ReturnType<typeof smallInput>['accounts'][number]['vpcs']>[number]['flows']) {
  const accounts = smallInput().accounts.map((account) => ({
    ...account,
    vpcs: (account.vpcs ?? []).map((vpc) => (account.name === 'e-services-prod' ? { ...vpc, flows } : vpc)),
  }));
  return networkOf('e-services-prod', { accounts });
}

/** ACL rules towards other networks: direction, block, ports. */
function aclRules({ ofType }: TestNetwork, id: string, block: RegExp): string[] {
  return ofType(id, 'AWS::EC2::NetworkAclEntry')
    .filter((entry) => block.test(String(entry['CidrBlock'])))
    .map((entry) => `${entry['Egress'] ? 'out' : 'in'} ${entry['CidrBlock']} ${JSON.stringify(entry['PortRange'])}`);
}

describe('a department’s VPC', () => {
  const spoke = networkOf('e-services-prod');
  const { ofType, stack } = spoke;

  test('reads the gateway’s id from the hub’s account, and tells it the attachment’s', () => {
    const [attachment] = ofType('vpc', 'AWS::EC2::TransitGatewayAttachment');
    expect(attachment?.['TransitGatewayId']).toEqual({ Ref: expect.stringMatching(/^TransitGatewayId/) });
    expect(JSON.stringify(ofType('vpc', 'AWS::SSM::Parameter'))).toContain(
      '/small/network/attachments/e-services-prod',
    );
    expect(ofType('vpc', 'AWS::RAM::ResourceShare')).toMatchObject([
      { AllowExternalPrincipals: false, Principals: ['200000000004'] },
    ]);
  });

  test('names the parameter by its full ARN', () => {
    const parameters = Object.values(Template.fromStack(stack('vpc')).findParameters('*'));
    expect(parameters).toContainEqual({
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: 'arn:aws:ssm:ap-east-1:200000000004:parameter/small/network/transit-gateway-id',
    });
  });

  test('opens its end of the flow from the perimeter, to exactly its addresses', () => {
    const rules = ofType('vpc', 'AWS::EC2::SecurityGroupIngress').filter((rule) => rule['CidrIp'] !== undefined);
    expect(rules.map((rule) => [rule['CidrIp'], rule['FromPort']])).toEqual([
      ['10.64.0.0/23', 443],
      ['10.64.2.0/24', 443],
    ]);
    expect(aclRules(spoke, 'vpc', /^10\.64\.[0-2]\./)).toHaveLength(4);
  });

  test('claims its own flows and its end of those between VPCs', () => {
    expect(claimsOf(stack('vpc')).flows?.map((flow) => flow.id)).toEqual([
      'application-to-database',
      'application-to-services',
      'dmz-to-portal',
    ]);
  });

  test('has no way to the internet, and blocks it for the account', () => {
    for (const type of ['InternetGateway', 'NatGateway', 'VPCBlockPublicAccessExclusion']) {
      expect(ofType('vpc', `AWS::EC2::${type}`)).toEqual([]);
    }
    expect(ofType('public-access', 'AWS::EC2::VPCBlockPublicAccessOptions')).toEqual([
      { InternetGatewayBlockMode: 'block-bidirectional' },
    ]);
  });

  test('records traffic and look-ups in the archive', () => {
    const archive = 'arn:aws:s3:::small-200000000002-network';
    expect(ofType('vpc', 'AWS::EC2::FlowLog')).toMatchObject([{ LogDestination: archive, TrafficType: 'ALL' }]);
    expect(ofType('vpc', 'AWS::Route53Resolver::ResolverQueryLoggingConfig')).toMatchObject([
      { DestinationArn: archive },
    ]);
  });

  test('reaches AWS services for the organisation alone', () => {
    const endpoints = ofType('vpc', 'AWS::EC2::VPCEndpoint');
    expect(endpoints).toHaveLength(9);
    for (const endpoint of endpoints) {
      expect(JSON.stringify(endpoint['PolicyDocument'])).toContain('"aws:ResourceOrgID":"o-small12345"');
    }
  });
});

describe('the perimeter', () => {
  const network = networkOf('network');

  test('lets the internet into the zone that faces it, and excludes that zone alone from the block', () => {
    const open = network.ofType('vpc-perimeter', 'AWS::EC2::SecurityGroupIngress');
    expect(open).toMatchObject([{ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443 }]);
    expect(network.ofType('vpc-perimeter', 'AWS::EC2::VPCBlockPublicAccessExclusion')).toHaveLength(3);
    expect(network.ofType('vpc-inspection', 'AWS::EC2::VPCBlockPublicAccessOptions')).toEqual([]);
  });

  test('needs one ACL rule for a port, whatever the number of departments', () => {
    expect(aclRules(network, 'vpc-perimeter', /^10\.64\.0\.0\/16$/).toSorted()).toEqual([
      'in 10.64.0.0/16 {"From":1024,"To":65535}',
      'out 10.64.0.0/16 {"From":443,"To":443}',
    ]);
  });

  test('takes the gateway’s id from the hub in its own account', () => {
    expect(network.ofType('vpc-perimeter', 'AWS::SSM::Parameter')).toEqual([]);
    expect(JSON.stringify(network.ofType('vpc-perimeter', 'AWS::EC2::TransitGatewayAttachment'))).toContain(
      'Fn::ImportValue',
    );
  });

  test.each([
    ['vpc-inspection', 'enable'],
    ['vpc-perimeter', 'disable'],
  ])('appliance mode of %s: %s, as the firewall stands in one', (id, ApplianceModeSupport) => {
    expect(network.ofType(id, 'AWS::EC2::TransitGatewayAttachment')).toMatchObject([
      { Options: { ApplianceModeSupport } },
    ]);
  });
});

test('a flow between VPCs on a low port passes the attachment too', () => {
  const { network } = smallInput();
  const flows = (network.flows ?? []).map((flow) => (flow.id === 'dmz-to-portal' ? { ...flow, ports: [636] } : flow));
  const spoke = networkOf('e-services-prod', { network: { ...network, flows } });
  expect(aclRules(spoke, 'vpc', /^10\.64\.32\.0\/20$/).filter((rule) => rule.includes('636'))).toHaveLength(1);
});

test('a flow of the VPC’s own list is claimed as the list has it', () => {
  const spoke = withFlows([
    { id: 'reporting', from: 'management', to: 'data', ports: [15432], reason: 'Reports are made of the database' },
  ]);
  expect(claimsOf(spoke.stack('vpc')).flows).toContainEqual(
    expect.objectContaining({ id: 'reporting', from: 'management', to: 'data' }),
  );
});
