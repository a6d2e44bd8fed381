/** Types whose replacement or removal loses data or keys, or breaks connections. */
const HELD: readonly RegExp[] = [
  // Connections.
  /^AWS::EC2::(?:VPC|Subnet|VPCCidrBlock|VPCPeeringConnection|VPCEndpoint|VPCGatewayAttachment|InternetGateway|NatGateway)$/,
  /^AWS::EC2::(?:EIP|VPNConnection|VPNGateway|CustomerGateway|ClientVpnEndpoint|Instance|NetworkInterface|PrefixList)$/,
  /^AWS::EC2::(?:TransitGateway\w*|RouteTable|NetworkAcl)$/,
  /^AWS::(?:NetworkFirewall::Firewall|NetworkManager::\w+|DirectConnect::\w+|Route53Resolver::Resolver(?:Endpoint|Rule))$/,
  /^AWS::(?:ElasticLoadBalancing(?:V2)?::LoadBalancer|Route53::HostedZone|GlobalAccelerator::Accelerator)$/,
  /^AWS::(?:ApiGateway::(?:RestApi|DomainName)|ApiGatewayV2::(?:Api|DomainName)|CloudFront::Distribution)$/,
  // Data.
  /^AWS::(?:RDS::(?:DB(?:Instance|Cluster)|GlobalCluster)|DocDB(?:Elastic)?::\w*(?:Cluster|Instance)|Neptune::DB\w+)$/,
  /^AWS::(?:DynamoDB::\w*Table|Cassandra::Table|Timestream::\w+|Redshift::Cluster|RedshiftServerless::Namespace)$/,
  /^AWS::(?:S3::Bucket|S3Express::DirectoryBucket|EFS::FileSystem|FSx::FileSystem|EC2::Volume|Backup::\w*BackupVault)$/,
  /^AWS::(?:ElastiCache::(?:ReplicationGroup|CacheCluster|ServerlessCache)|MemoryDB::Cluster)$/,
  /^AWS::(?:OpenSearchService|Elasticsearch)::Domain$|^AWS::OpenSearchServerless::Collection$/,
  /^AWS::(?:Kinesis::Stream|SQS::Queue|MSK::(?:Serverless)?Cluster|AmazonMQ::Broker|Logs::LogGroup|ECR::Repository)$/,
  /^AWS::(?:CloudTrail::EventDataStore|SSM::Parameter|CodeCommit::Repository|Athena::WorkGroup|EKS::Cluster)$/,
  // Keys, secrets, identities.
  /^AWS::(?:KMS::(?:Key|ReplicaKey)|SecretsManager::Secret|ACM::Certificate|ACMPCA::\w+|CloudHSM::\w+)$/,
  /^AWS::(?:Cognito::(?:UserPool|IdentityPool)|DirectoryService::\w+|IAM::User|SSO::(?:Instance|PermissionSet))$/,
  /^AWS::Organizations::(?:Account|OrganizationalUnit|Organization)$/,
];

/** Whether something is lost, or breaks, when a resource of this type is replaced or removed. */
export function isHeld(type: string): boolean {
  return HELD.some((types) => types.test(type));
}

/**
 * Properties that change in place with an interruption. Sources: Amazon RDS user guide, Settings for DB instances; Amazon
 * EC2 user guide, Change the instance type.
 */
const INTERRUPTING: Readonly<Record<string, readonly string[]>> = {
  'AWS::RDS::DBInstance': ['DBInstanceClass', 'EngineVersion'],
  'AWS::EC2::Instance': ['InstanceType'],
};

export function interruptingProperties(type: string): readonly string[] {
  return INTERRUPTING[type] ?? [];
}
