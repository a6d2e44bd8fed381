/** A kind of resource that costs money as long as it is there, or that makes others cost more. */
export interface CostKind {
  readonly kind: string;
  readonly types: RegExp;
  /** Leaves out what of these types costs nothing by itself. */
  readonly where?: { readonly property: string; readonly isOneOf: readonly string[] };
}

/**
 * What AWS charges for by the hour, the month or the unit while it exists. No prices: they differ by region and contract.
 * Sources: the pricing pages of the services.
 */
export const COST_KINDS: readonly CostKind[] = [
  { kind: 'NAT gateway', types: /^AWS::EC2::NatGateway$/ },
  { kind: 'network firewall', types: /^AWS::NetworkFirewall::Firewall$/ },
  {
    kind: 'interface endpoint',
    types: /^AWS::EC2::VPCEndpoint$/,
    where: { property: 'VpcEndpointType', isOneOf: ['Interface', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'] },
  },
  {
    kind: 'transit gateway attachment',
    types: /^AWS::EC2::TransitGateway(?:Vpc|Peering|Connect)?Attachment$|^AWS::EC2::TransitGatewayConnect$/,
  },
  { kind: 'VPN connection', types: /^AWS::EC2::VPNConnection$/ },
  { kind: 'client VPN endpoint', types: /^AWS::EC2::ClientVpnEndpoint$/ },
  { kind: 'public IPv4 address', types: /^AWS::EC2::EIP$/ },
  { kind: 'load balancer', types: /^AWS::ElasticLoadBalancing(?:V2)?::LoadBalancer$/ },
  { kind: 'resolver endpoint', types: /^AWS::Route53Resolver::ResolverEndpoint$/ },
  { kind: 'hosted zone', types: /^AWS::Route53::HostedZone$/ },
  { kind: 'web ACL', types: /^AWS::WAFv2::WebACL$/ },
  { kind: 'accelerator', types: /^AWS::GlobalAccelerator::Accelerator$/ },
  { kind: 'customer key', types: /^AWS::KMS::(?:Key|ReplicaKey)$/ },
  { kind: 'secret', types: /^AWS::SecretsManager::Secret$/ },
  { kind: 'private certificate authority', types: /^AWS::ACMPCA::CertificateAuthority$/ },
  { kind: 'database', types: /^AWS::(?:RDS::DB(?:Instance|Cluster)|DocDB::DBInstance|Neptune::DBInstance)$/ },
  { kind: 'cache', types: /^AWS::ElastiCache::(?:ReplicationGroup|CacheCluster|ServerlessCache)$/ },
  { kind: 'search domain', types: /^AWS::(?:OpenSearchService|Elasticsearch)::Domain$/ },
  { kind: 'data warehouse', types: /^AWS::(?:Redshift::Cluster|RedshiftServerless::Workgroup)$/ },
  { kind: 'instance', types: /^AWS::EC2::Instance$/ },
  { kind: 'auto scaling group', types: /^AWS::AutoScaling::AutoScalingGroup$/ },
  { kind: 'container service', types: /^AWS::ECS::Service$/ },
  { kind: 'Kubernetes cluster', types: /^AWS::EKS::Cluster$/ },
  { kind: 'message broker', types: /^AWS::(?:AmazonMQ::Broker|MSK::Cluster)$/ },
  { kind: 'file system', types: /^AWS::(?:EFS|FSx)::FileSystem$/ },
  { kind: 'directory', types: /^AWS::DirectoryService::/ },
  { kind: 'detector', types: /^AWS::(?:GuardDuty::Detector|Macie::Session|SecurityHub::Hub|Detective::Graph)$/ },
  { kind: 'configuration recorder', types: /^AWS::Config::ConfigurationRecorder$/ },
  { kind: 'trail', types: /^AWS::CloudTrail::(?:Trail|EventDataStore)$/ },
  { kind: 'flow log', types: /^AWS::EC2::FlowLog$/ },
];
