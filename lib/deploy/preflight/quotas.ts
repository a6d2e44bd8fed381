/** A quota that a deployment can exceed, as Service Quotas knows it. */
export interface ServiceQuota {
  readonly service: string;
  readonly code: string;
  /** What is counted: "VPCs". */
  readonly what: string;
  /** What an account has when nobody asked for more. */
  readonly usual: number;
  /** Types of resources that count, of all stacks of an account and region together; of the account where `isGlobal`. */
  readonly type: string;
  /** They count for each value of this property, not together; `unset` is the value where it is not set. */
  readonly per?: { readonly property: string; readonly what: string; readonly unset?: string };
  /** The service is global: Service Quotas has it in the partition's region of global services alone. */
  readonly isGlobal?: true;
}

const TOGETHER: readonly ServiceQuota[] = [
  { service: 'vpc', code: 'L-F678F1CE', what: 'VPCs', usual: 5, type: 'AWS::EC2::VPC' },
  { service: 'vpc', code: 'L-A4707A72', what: 'internet gateways', usual: 5, type: 'AWS::EC2::InternetGateway' },
  { service: 'vpc', code: 'L-E79EC296', what: 'security groups', usual: 2500, type: 'AWS::EC2::SecurityGroup' },
  { service: 'ec2', code: 'L-0263D0A3', what: 'Elastic IP addresses', usual: 5, type: 'AWS::EC2::EIP' },
  { service: 'ec2', code: 'L-A2478D36', what: 'transit gateways', usual: 5, type: 'AWS::EC2::TransitGateway' },
  { service: 'iam', code: 'L-FE177D64', what: 'roles', usual: 1000, type: 'AWS::IAM::Role', isGlobal: true },
  {
    service: 'iam',
    code: 'L-E95E4862',
    what: 'managed policies',
    usual: 1500,
    type: 'AWS::IAM::ManagedPolicy',
    isGlobal: true,
  },
];

const RULES: ServiceQuota = {
  service: 'events',
  code: 'L-244521F2',
  what: 'rules of EventBridge',
  usual: 300,
  type: 'AWS::Events::Rule',
  per: { property: 'EventBusName', what: 'an event bus', unset: 'default' },
};

const IN_EACH: readonly ServiceQuota[] = [
  { code: 'L-29B6F2EB', what: 'interface endpoints', usual: 50, type: 'AWS::EC2::VPCEndpoint' },
  { code: 'L-407747CB', what: 'subnets', usual: 200, type: 'AWS::EC2::Subnet' },
  { code: 'L-589F43AA', what: 'route tables', usual: 200, type: 'AWS::EC2::RouteTable' },
].map((quota) => ({ ...quota, service: 'vpc', per: { property: 'VpcId', what: 'a VPC' } }));

/**
 * Codes and usual values are from memory of the Service Quotas console (November 2026); one that AWS does not know is told as
 * not readable, and what is planned is then held against the usual value.
 */
export const SERVICE_QUOTAS: readonly ServiceQuota[] = [...TOGETHER, ...IN_EACH, RULES];
