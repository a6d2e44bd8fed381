import type { GuardrailOptions } from './options';
import { denied, exceptRoles, type Statement } from './statement';

/**
 * Calls made inside an allowed region that carry data, keys or traffic to another one: the region deny does not see
 * them, because it looks at where the call is made (RES-03 to RES-12). What no condition key can tell is denied where the
 * profile has one region, and left to the checks of templates where it has several.
 */
export function crossRegionDenies(options: GuardrailOptions): Statement[] {
  const { profile, deploymentRoles = [] } = options;
  const { regions } = profile;
  return [
    ...byConditionKey(profile.partition, regions),
    ...networkByConditionKey(profile.partition, regions),
    denied('DenyAlwaysCrossRegion', ALWAYS),
    ...(regions.length === 1 ? [denied('DenyCrossRegionOfOneRegion', WITHOUT_CONDITION_KEY)] : []),
    denied(
      'DenyReplicationButByDeployment',
      WITHIN_A_REGION_TOO,
      deploymentRoles.length === 0 ? undefined : exceptRoles({}, deploymentRoles),
    ),
  ];
}

/** No lawful use inside one jurisdiction: edge acceleration, Local Zones, keys that can leave their region. */
const ALWAYS = ['ec2:ModifyAvailabilityZoneGroup', 'kms:UpdatePrimaryRegion', 's3:PutAccelerateConfiguration'];

/** Global databases and aggregation: the other region is an argument that IAM does not see. */
const WITHOUT_CONDITION_KEY = [
  'dsql:AddPeerCluster',
  'dsql:PutMultiRegionProperties',
  'dynamodb:AssociateTableReplica',
  'dynamodb:CreateGlobalTable',
  'dynamodb:CreateGlobalTableWitness',
  'dynamodb:CreateTableReplica',
  'dynamodb:UpdateGlobalTable',
  'ec2:CreateTransitGatewayPeeringAttachment',
  'ecr:PutReplicationConfiguration',
  'elasticache:CreateGlobalReplicationGroup',
  'events:CreateEndpoint',
  'memorydb:CreateMultiRegionCluster',
  'rds:CreateGlobalCluster',
  'rds:CrossRegionCommunication',
  'rds:StartDBInstanceAutomatedBackupsReplication',
  'redshift-serverless:CreateSnapshotCopyConfiguration',
  'redshift:EnableSnapshotCopy',
  's3tables:PutTableBucketReplication',
  's3tables:PutTableReplication',
  'securityhub:CreateAggregatorV2',
  'securityhub:CreateFindingAggregator',
  'securityhub:UpdateAggregatorV2',
  'securityhub:UpdateFindingAggregator',
  'ssm:CreateResourceDataSync',
];

/** May stay within the region; IAM cannot tell, checked templates can. */
const WITHIN_A_REGION_TOO = ['elasticfilesystem:CreateReplicationConfiguration', 's3:PutReplicationConfiguration'];

function byConditionKey(partition: string, regions: readonly string[]): Statement[] {
  const vaults = regions.map((region) => `arn:${partition}:backup:${region}:*:backup-vault:*`);
  const targets = [...regions, ''].map((region) => `arn:${partition}:*:${region}:*:*`);
  return [
    denied('DenyMultiRegionKeys', ['kms:CreateKey'], { Bool: { 'kms:MultiRegion': 'true' } }),
    denied('DenyKeyReplicas', ['kms:ReplicateKey'], { StringNotEquals: { 'kms:ReplicaRegion': regions } }),
    denied('DenySecretReplicas', ['secretsmanager:CreateSecret', 'secretsmanager:ReplicateSecretToRegions'], {
      'ForAnyValue:StringNotEquals': { 'secretsmanager:AddReplicaRegions': regions },
    }),
    denied('DenyBackupCopies', ['backup:CopyFromBackupVault'], {
      'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': vaults },
    }),
    denied('DenyEventTargets', ['events:PutTargets'], { 'ForAnyValue:ArnNotLike': { 'events:TargetArn': targets } }),
    denied('DenyStackSets', STACK_SETS, {
      'ForAnyValue:StringNotEquals': { 'cloudformation:TargetRegion': regions },
    }),
    denied('DenyEdgeApis', ['apigateway:PATCH', 'apigateway:POST', 'apigateway:PUT'], {
      'ForAnyValue:StringEquals': { 'apigateway:Request/EndpointType': 'EDGE' },
    }),
    denied('DenyOptingIntoRegions', ['account:EnableRegion'], {
      StringNotEquals: { 'account:TargetRegion': regions },
    }),
  ];
}

const STACK_SETS = [
  'cloudformation:CreateStackInstances',
  'cloudformation:CreateStackSet',
  'cloudformation:UpdateStackInstances',
  'cloudformation:UpdateStackSet',
];

/** The keys of these exist on one kind of resource only; elsewhere a negated operator would match their absence. */
function networkByConditionKey(partition: string, regions: readonly string[]): Statement[] {
  const vpcs = regions.map((region) => `arn:${partition}:ec2:${region}:*:vpc/*`);
  const given = (key: string) => ({ StringNotEquals: { [key]: regions }, Null: { [key]: 'false' } });
  const resources = (kind: string) => `arn:${partition}:ec2:*:*:${kind}/*`;
  return [
    denied(
      'DenyPeering',
      ['ec2:AcceptVpcPeeringConnection', 'ec2:CreateVpcPeeringConnection'],
      { ArnNotLike: { 'ec2:AccepterVpc': vpcs } },
      resources('vpc-peering-connection'),
    ),
    denied(
      'DenyPeeringFrom',
      ['ec2:AcceptVpcPeeringConnection'],
      { ArnNotLike: { 'ec2:RequesterVpc': vpcs } },
      resources('vpc-peering-connection'),
    ),
    denied('DenyEndpoints', ['ec2:CreateVpcEndpoint'], given('ec2:VpceServiceRegion'), resources('vpc-endpoint')),
    denied(
      'DenyEndpointServices',
      ['ec2:ModifyVpcEndpointServiceConfiguration'],
      given('ec2:VpceSupportedRegion'),
      resources('vpc-endpoint-service'),
    ),
  ];
}
