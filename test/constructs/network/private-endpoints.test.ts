import { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { PrivateEndpoints, type PrivateEndpointsProps } from '../../../constructs/network';
import { unacknowledged } from '../../support/compliance';
import { departmentVpc, networkStack, ofType, expectTemplate } from './support/network';

const ORGANISATION = 'o-hkgov12345';

function endpoints(props: Partial<PrivateEndpointsProps> = {}) {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const made = new PrivateEndpoints(stack, 'Endpoints', {
    zone: vpc.zone('management'),
    services: ['kms', 'logs'],
    organizationId: ORGANISATION,
    ...props,
  });
  return { stack, vpc, made };
}

const endpoint = (stack: ReturnType<typeof networkStack>, service: string) =>
  ofType(stack, 'AWS::EC2::VPCEndpoint').find((found) => JSON.stringify(found['ServiceName']).includes(`.${service}"`));

const sids = (stack: ReturnType<typeof networkStack>, service: string): string[] =>
  JSON.stringify(endpoint(stack, service)?.['PolicyDocument']).match(/(?<="Sid":")\w+/g) ?? [];

test('stand in the zone, wear its group, and answer to the usual names', () => {
  const { stack, vpc } = endpoints();
  const zone = vpc.zone('management');
  expect(endpoint(stack, 'kms')).toMatchObject({
    VpcEndpointType: 'Interface',
    ServiceName: 'com.amazonaws.ap-east-1.kms',
    PrivateDnsEnabled: true,
    SubnetIds: stack.resolve(zone.subnets.map((subnet) => subnet.subnetId)),
    SecurityGroupIds: stack.resolve(zone.securityGroups.map((group) => group.securityGroupId)),
  });
  expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  expect(unacknowledged(stack)).toEqual([]);
});

test('open nothing in groups that their owner could change', () => {
  const stack = networkStack();
  const { vpc, subnets } = departmentVpc(stack).zone('management');
  const group = new ec2.SecurityGroup(stack, 'Own', { vpc, allowAllOutbound: false });
  const zone = { vpc, subnets, securityGroups: [group] };
  new PrivateEndpoints(stack, 'Endpoints', { zone, services: ['kms'] });
  expect(endpoint(stack, 'kms')?.['SecurityGroupIds']).toEqual([stack.resolve(group.securityGroupId)]);
  for (const found of ofType(stack, 'AWS::EC2::SecurityGroup')) expect(found['SecurityGroupIngress']).toBeUndefined();
});

test('serve the organisation alone, on what belongs to it', () => {
  const { stack } = endpoints();
  for (const service of ['kms', 'logs']) {
    expect(endpoint(stack, service)?.['PolicyDocument']).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANISATION, 'aws:ResourceOrgID': ORGANISATION } },
        },
      ],
    });
  }
});

test('serve the account alone when no organisation is named', () => {
  const stack = networkStack();
  const zone = departmentVpc(stack).zone('management');
  new PrivateEndpoints(stack, 'Endpoints', { zone, services: ['kms'] });
  const account = { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' };
  expect(endpoint(stack, 'kms')?.['PolicyDocument']).toMatchObject({
    Statement: [{ Sid: 'AccountOnly', Condition: { StringEquals: account } }],
  });
});

test('layers of container images come from a bucket of AWS, read only, and only where images come this way', () => {
  const { stack } = endpoints({ services: ['s3', 'ecr.dkr'] });
  expect(sids(stack, 's3')).toEqual(['OrganisationOnly', 'ContainerImageLayers']);
  expect(sids(stack, 'ecr.dkr')).toEqual(['OrganisationOnly']);
  expect(JSON.stringify(endpoint(stack, 's3'))).toContain(':s3:::prod-ap-east-1-starport-layer-bucket/*');
  expect(sids(endpoints({ services: ['s3'] }).stack, 's3')).toEqual(['OrganisationOnly']);
});

test('named exceptions stand in every policy', () => {
  const exception = new iam.PolicyStatement({
    sid: 'PublicParameters',
    principals: [new iam.AnyPrincipal()],
    actions: ['ssm:GetParameter'],
    resources: ['arn:aws:ssm:ap-east-1::parameter/aws/service/*'],
  });
  const { stack } = endpoints({ services: ['ssm'], exceptions: [exception] });
  expect(sids(stack, 'ssm')).toEqual(['OrganisationOnly', 'PublicParameters']);
});

test('DynamoDB has no private name, so its endpoint’s own is given', () => {
  const { stack, made } = endpoints({ services: ['dynamodb', 'kms'] });
  expect(endpoint(stack, 'dynamodb')).toMatchObject({ PrivateDnsEnabled: false });
  const [[logicalId] = []] = Object.entries(
    Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint', {
      Properties: { ServiceName: 'com.amazonaws.ap-east-1.dynamodb' },
    }),
  );
  const entry = { 'Fn::Select': [0, { 'Fn::GetAtt': [logicalId, 'DnsEntries'] }] };
  expect(stack.resolve(made.dnsName('dynamodb'))).toEqual({ 'Fn::Select': [1, { 'Fn::Split': [':', entry] }] });
  expect(made.endpoint('kms').vpcEndpointId).toBeDefined();
});

test.each<[string, Partial<PrivateEndpointsProps>]>([
  ['AllResolvers', { services: ['s3'] }],
  ['OnlyInboundResolver', { services: ['s3'], gatewayServices: ['s3'] }],
])('S3 answers to its usual name for %s', (names, props) => {
  const { stack } = endpoints(props);
  const own = ofType(stack, 'AWS::EC2::VPCEndpoint').find((found) => found['VpcEndpointType'] === 'Interface');
  expect(own).toMatchObject({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: names } });
});

test('gateways are routed from the zones that are named', () => {
  const stack = networkStack();
  const vpc = departmentVpc(stack);
  const zones = ['application', 'data'].map((name) => vpc.zone(name));
  new PrivateEndpoints(stack, 'Endpoints', {
    zone: vpc.zone('management'),
    services: [],
    organizationId: ORGANISATION,
    gatewayServices: ['s3', 'dynamodb'],
    gatewayZones: zones,
  });
  expectTemplate(stack).resourcePropertiesCountIs(
    'AWS::EC2::VPCEndpoint',
    {
      VpcEndpointType: 'Gateway',
      RouteTableIds: stack.resolve(zones.flatMap((zone) => zone.routeTableIds)),
      PolicyDocument: { Statement: [Match.objectLike({ Sid: 'OrganisationOnly' })] },
    },
    2,
  );
  expect(unacknowledged(stack)).toEqual([]);
});

test('keep their ids when services are added, removed or reordered', () => {
  const ids = [
    ['kms', 'logs'],
    ['logs', 'sqs', 'kms'],
  ].map((services) =>
    Object.keys(Template.fromStack(endpoints({ services }).stack).findResources('AWS::EC2::VPCEndpoint')),
  );
  expect(ids[1]).toEqual(expect.arrayContaining(ids[0] ?? []));
});

test.each<[string, () => unknown, RegExp]>([
  ['one service twice', () => endpoints({ services: ['kms', 'kms'] }), /services: found kms twice/],
  [
    'a malformed service',
    () => endpoints({ services: ['com.amazonaws.*'] }),
    /services: found "com.amazonaws.\*", expected the end of a service name/,
  ],
  [
    'a service that is not there',
    () => endpoints().made.dnsName('sqs'),
    /\[Network\/Endpoints\] has no interface endpoint for "sqs", expected one of kms, logs/,
  ],
])('%s is refused', (_, build, message) => {
  expect(build).toThrow(message);
});
