import { GUARDRAIL_QUOTAS } from '../../../../lib/model';
import { type GuardrailOptions, residencyGuardrails } from '../../../../constructs/residency';
import { profileById, type Profile } from '../../../../lib/profiles';
import { deniedBy, type Request } from './denied';

const HONG_KONG = profileById('hk-s17');
const CANADA: Profile = { ...HONG_KONG, id: 'ca', regions: ['ca-central-1', 'ca-west-1'] };
const DEPLOYMENT = 'arn:aws:iam::*:role/cdk-*-cfn-exec-role-*';
const OPTIONS: GuardrailOptions = {
  profile: HONG_KONG,
  organizationId: 'o-hkgov12345',
  deploymentRoles: [DEPLOYMENT],
};
const OWN_ARN = 'arn:aws:iam::123456789012:role/cdk-hnb659fds-cfn-exec-role-123456789012-ap-east-1';

const denied = (request: Request, options: Partial<GuardrailOptions> = {}) =>
  residencyGuardrails({ ...OPTIONS, ...options }).flatMap((guardrail) => deniedBy(guardrail, request));

/** A request of a member of the organisation, over TLS. */
const call = (action: string, region: string, context: Request['context'] = {}, resource?: string): Request => ({
  action,
  ...(resource ? { resource } : {}),
  context: {
    'aws:RequestedRegion': region,
    'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/developer',
    'aws:PrincipalOrgID': 'o-hkgov12345',
    'aws:PrincipalIsAWSService': 'false',
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
    ...context,
  },
});

describe('residencyGuardrails: where', () => {
  it.each([
    ['s3:PutObject', 'ap-east-1', []],
    ['s3:PutObject', 'us-east-1', ['DenyOutsideTheRegions']],
    ['rds:CopyDBSnapshot', 'ap-east-2', ['DenyOutsideTheRegions']],
    ['iam:CreateRole', 'us-east-1', []],
    ['sts:AssumeRole', 'us-east-1', []],
    ['support:CreateCase', 'us-east-1', []],
    ['kms:Encrypt', 'us-east-1', ['DenyRegionalExemptions']],
    ['kms:Encrypt', 'ap-east-1', []],
    ['acm:RequestCertificate', 'us-east-1', ['DenyRegionalExemptions']],
    ['cloudfront:CreateDistribution', 'us-east-1', ['DenyExemptionsThatMoveData']],
    ['cloudfront:DeleteDistribution', 'us-east-1', []],
    ['s3:CreateMultiRegionAccessPoint', 'us-west-2', ['DenyExemptionsThatMoveData']],
    ['globalaccelerator:CreateAccelerator', 'us-west-2', ['DenyExemptionsThatMoveData']],
    ['networkmanager:CreateVpcAttachment', 'us-west-2', ['DenyExemptionsThatMoveData']],
  ])('%s in %s', (action, region, expected) => {
    expect(denied(call(action, region))).toEqual(expected);
  });

  it('lets what the organisation exempts, in both denies', () => {
    const exemptActions = ['workspaces:*', 'kms:*'];
    expect(denied(call('workspaces:CreateWorkspaces', 'us-east-1'), { exemptActions })).toEqual([]);
    expect(denied(call('kms:Encrypt', 'us-east-1'), { exemptActions })).toEqual([]);
  });

  it('exempts the roles that are named, and nobody by default', () => {
    const exemptRoles = ['arn:aws:iam::*:role/developer'];
    expect(denied(call('s3:PutObject', 'us-east-1'), { exemptRoles })).toEqual([]);
    expect(denied(call('cloudfront:CreateDistribution', 'us-east-1'), { exemptRoles })).toEqual([]);
  });
});

const VPC = (region: string) => ({ 'ec2:AccepterVpc': `arn:aws:ec2:${region}:123456789012:vpc/vpc-1` });
const PEERING = 'arn:aws:ec2:ap-east-1:123456789012:vpc-peering-connection/*';
const ENDPOINT = 'arn:aws:ec2:ap-east-1:123456789012:vpc-endpoint/*';
const vault = (region: string) => ({ 'backup:CopyTargets': [`arn:aws:backup:${region}:123456789012:backup-vault:v`] });
const target = (region: string) => ({ 'events:TargetArn': [`arn:aws:events:${region}:123456789012:event-bus/b`] });

const SETTINGS: [action: string, context: Request['context'], statements: string[], resource?: string][] = [
  ['kms:CreateKey', { 'kms:MultiRegion': 'true' }, ['DenyMultiRegionKeys']],
  ['kms:CreateKey', { 'kms:MultiRegion': 'false' }, []],
  ['kms:ReplicateKey', { 'kms:ReplicaRegion': 'us-east-1' }, ['DenyKeyReplicas']],
  ['secretsmanager:CreateSecret', {}, []],
  ['secretsmanager:CreateSecret', { 'secretsmanager:AddReplicaRegions': ['us-east-1'] }, ['DenySecretReplicas']],
  ['backup:CopyFromBackupVault', vault('ap-east-1'), []],
  ['backup:CopyFromBackupVault', vault('us-east-1'), ['DenyBackupCopies']],
  ['events:PutTargets', target('ap-east-1'), []],
  ['events:PutTargets', target('us-east-1'), ['DenyEventTargets']],
  ['apigateway:POST', { 'apigateway:Request/EndpointType': ['EDGE'] }, ['DenyEdgeApis']],
  ['apigateway:POST', { 'apigateway:Request/EndpointType': ['REGIONAL'] }, []],
  ['cloudformation:CreateStackInstances', { 'cloudformation:TargetRegion': ['us-east-1'] }, ['DenyStackSets']],
  ['account:EnableRegion', { 'account:TargetRegion': 'me-south-1' }, ['DenyOptingIntoRegions']],
  ['account:EnableRegion', { 'account:TargetRegion': 'ap-east-1' }, []],
  ['ec2:CreateVpcPeeringConnection', VPC('ap-east-1'), [], PEERING],
  ['ec2:CreateVpcPeeringConnection', VPC('us-east-1'), ['DenyPeering'], PEERING],
  ['ec2:CreateVpcPeeringConnection', {}, [], 'arn:aws:ec2:ap-east-1:123456789012:vpc/vpc-1'],
  ['ec2:CreateVpcEndpoint', {}, [], ENDPOINT],
  ['ec2:CreateVpcEndpoint', { 'ec2:VpceServiceRegion': 'us-east-1' }, ['DenyEndpoints'], ENDPOINT],
  ['dynamodb:CreateTableReplica', {}, ['DenyCrossRegionOfOneRegion']],
  ['rds:CrossRegionCommunication', {}, ['DenyCrossRegionOfOneRegion']],
  ['ecr:PutReplicationConfiguration', {}, ['DenyCrossRegionOfOneRegion']],
  ['s3:PutAccelerateConfiguration', {}, ['DenyAlwaysCrossRegion']],
  ['ec2:ModifyAvailabilityZoneGroup', {}, ['DenyAlwaysCrossRegion']],
  ['s3:PutReplicationConfiguration', {}, ['DenyReplicationButByDeployment']],
  ['s3:PutReplicationConfiguration', { 'aws:PrincipalArn': OWN_ARN }, []],
];

describe('residencyGuardrails: settings made inside the region', () => {
  it.each(
    SETTINGS.map(([action, context, expected, resource = '*']) => [action, context, expected, resource] as const),
  )('%s with %j', (action, context, expected, resource) => {
    expect(denied(call(action, 'ap-east-1', context, resource))).toEqual(expected);
  });

  it('denies replication to everybody when no deployment roles are named', () => {
    const request = call('s3:PutReplicationConfiguration', 'ap-east-1', { 'aws:PrincipalArn': OWN_ARN });
    expect(denied(request, { deploymentRoles: [] })).toEqual(['DenyReplicationButByDeployment']);
  });

  it('leaves what no condition key can tell to the templates where the jurisdiction has several regions', () => {
    const request = call('dynamodb:CreateTableReplica', 'ca-central-1');
    expect(denied(request, { profile: CANADA })).toEqual([]);
    const copies = { 'backup:CopyTargets': ['arn:aws:backup:ca-west-1:1:backup-vault:v'] };
    expect(denied(call('backup:CopyFromBackupVault', 'ca-central-1', copies), { profile: CANADA })).toEqual([]);
  });
});

const read = (context: Request['context']) => denied(call('s3:GetObject', 'ap-east-1', context));

describe('residencyGuardrails: data perimeter', () => {
  const service = { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalOrgID': 'o-amazon' };

  it.each<[string, Request['context'], string[]]>([
    ['a member', {}, []],
    ['another organisation', { 'aws:PrincipalOrgID': 'o-other' }, ['OrganizationPrincipalsOnly']],
    ['no TLS', { 'aws:SecureTransport': 'false' }, ['TlsOnly']],
    ['old TLS', { 's3:TlsVersion': '1.1' }, ['ModernTlsOnly']],
    ['a service for us', { ...service, 'aws:SourceAccount': '1', 'aws:SourceOrgID': 'o-hkgov12345' }, []],
    [
      'a service for others',
      { ...service, 'aws:SourceAccount': '1', 'aws:SourceOrgID': 'o-other' },
      ['ServicesForTheOrganizationOnly'],
    ],
  ])('%s', (_, context, expected) => {
    expect(read(context)).toEqual(expected);
  });

  it('refuses anonymous requests', () => {
    const anonymous = { action: 's3:GetObject', context: { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' } };
    expect(denied(anonymous).filter((sid) => sid.startsWith('Organization'))).toEqual(['OrganizationPrincipalsOnly']);
  });

  it('lets accounts that are trusted by id', () => {
    const partner = call('s3:GetObject', 'ap-east-1', {
      'aws:PrincipalOrgID': 'o-other',
      'aws:PrincipalAccount': '999999999999',
    });
    expect(denied(partner)).toEqual(['OrganizationPrincipalsOnly']);
    expect(denied(partner, { trustedAccounts: ['999999999999'] })).toEqual([]);
  });
});

describe('residencyGuardrails: documents', () => {
  it('have names, types and sizes within the quotas', () => {
    const documents = residencyGuardrails({ ...OPTIONS, namePrefix: 'hk-government' });
    expect(documents.map(({ name, type }) => [name, type])).toEqual([
      ['hk-government-region-deny', 'SERVICE_CONTROL_POLICY'],
      ['hk-government-cross-region-settings', 'SERVICE_CONTROL_POLICY'],
      ['hk-government-data-perimeter', 'RESOURCE_CONTROL_POLICY'],
    ]);
    for (const { type, document, description } of documents) {
      expect(JSON.stringify(document).length).toBeLessThanOrEqual(GUARDRAIL_QUOTAS[type].characters);
      expect(description.length).toBeLessThanOrEqual(512);
    }
  });

  it('are the same for the same options', () => {
    expect(residencyGuardrails(OPTIONS)).toEqual(residencyGuardrails(OPTIONS));
  });

  it.each<[string, Partial<GuardrailOptions>, string]>([
    ['a malformed organisation', { organizationId: 'hkgov' }, 'organizationId: expected o-'],
    ['a malformed action', { exemptActions: ['*'] }, 'exemptActions: expected service:Action'],
    [
      'more than fits',
      { exemptActions: Array.from({ length: 500 }, (_, index) => `service-${index}:DescribeEverything`) },
      'residency guardrail lionrock-region-deny is too long: expected at most 10240 characters',
    ],
  ])('refuse %s', (_, options, message) => {
    expect(() => residencyGuardrails({ ...OPTIONS, ...options })).toThrow(message);
  });
});
