import {
  DescribeFlowLogsCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  type NetworkAclEntry,
} from '@aws-sdk/client-ec2';
import type { Deployed } from '../deployed';
import { expected, ofEach, type ReadBack } from './read-back';

/** Flow logs are on and end in the archive. */
export const FLOW_LOGS: ReadBack = ofEach(
  'AWS::EC2::FlowLog',
  'flow logs are on, and end in the log archive',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const { FlowLogs: [log] = [] } = await client.send(new DescribeFlowLogsCommand({ FlowLogIds: [physicalId] }));
    client.destroy();
    return [
      expected('status', 'ACTIVE', log?.FlowLogStatus),
      expected('destination', properties['LogDestination'], log?.LogDestination),
      properties['TrafficType'] !== undefined && expected('traffic', properties['TrafficType'], log?.TrafficType),
    ];
  },
);

/** Subnets have the route table and the network ACL that the template gives them, and no other. */
export const SUBNETS: ReadBack = ofEach(
  'AWS::EC2::Subnet',
  'subnets have the route table and the network ACL of the template',
  async ({ account, physicalId }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const Filters = [{ Name: 'association.subnet-id', Values: [physicalId] }];
    const { RouteTables: tables = [] } = await client.send(new DescribeRouteTablesCommand({ Filters }));
    const { NetworkAcls: acls = [] } = await client.send(new DescribeNetworkAclsCommand({ Filters }));
    client.destroy();
    const own = (type: string, id: string | undefined): boolean =>
      deployed.of(type).some((resource) => resource.physicalId === id);
    return [
      expected('route tables', 1, tables.length),
      !own('AWS::EC2::RouteTable', tables[0]?.RouteTableId) && 'its route table is none of the templates',
      expected('network ACLs', 1, acls.length),
      !own('AWS::EC2::NetworkAcl', acls[0]?.NetworkAclId) && 'its network ACL is none of the templates',
    ];
  },
);

/** Network ACLs hold the entries of the template, and at the end what denies the rest. */
export const ACLS: ReadBack = ofEach(
  'AWS::EC2::NetworkAcl',
  'network ACLs hold the entries of the template and nothing else',
  async ({ account, physicalId, name }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const { NetworkAcls: [acl] = [] } = await client.send(
      new DescribeNetworkAclsCommand({ NetworkAclIds: [physicalId] }),
    );
    client.destroy();
    const found = (acl?.Entries ?? []).flatMap((entry) => (entry.RuleNumber === 32767 ? [] : entryText(entry)));
    return [expected('entries', entriesOf(deployed, name).toSorted(), found.toSorted())];
  },
);

function entriesOf(deployed: Deployed, acl: string): string[] {
  const [stack, logicalId] = acl.split(': ');
  return deployed.of('AWS::EC2::NetworkAclEntry').flatMap(({ name, properties: entry }) => {
    const { Ref } = entry['NetworkAclId'] as { readonly Ref?: string };
    if (name.split(': ')[0] !== stack || Ref !== logicalId) return [];
    return entryText({ ...entry, Protocol: String(entry['Protocol']) });
  });
}

/** What an entry says, whichever side says it. */
function entryText(entry: NetworkAclEntry): string {
  const { RuleNumber, Egress, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange } = entry;
  return textOf([RuleNumber, Egress, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange]);
}

function textOf(parts: readonly unknown[]): string {
  return parts.map((part) => (part === undefined ? '-' : JSON.stringify(part))).join(' ');
}

/** No security group lets anything out that the template does not name. */
export const GROUPS: ReadBack = ofEach(
  'AWS::EC2::SecurityGroup',
  'security groups let out only what the template names',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const { SecurityGroups: [group] = [] } = await client.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [physicalId] }),
    );
    client.destroy();
    const isOpen = (group?.IpPermissionsEgress ?? []).some(
      ({ IpProtocol, IpRanges }) => IpProtocol === '-1' && IpRanges?.some(({ CidrIp }) => CidrIp === '0.0.0.0/0'),
    );
    const declared = JSON.stringify(properties['SecurityGroupEgress'] ?? []);
    return [isOpen && !/"0\.0\.0\.0\/0"/.test(declared) && 'anything may leave it'];
  },
);

/** Endpoints let through what their policy says, and no more. */
export const ENDPOINTS: ReadBack = ofEach(
  'AWS::EC2::VPCEndpoint',
  'endpoints have the policy of the template',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const { VpcEndpoints: [endpoint] = [] } = await client.send(
      new DescribeVpcEndpointsCommand({ VpcEndpointIds: [physicalId] }),
    );
    client.destroy();
    const statements = (policy: unknown): number | undefined =>
      (policy as { readonly Statement?: readonly unknown[] }).Statement?.length;
    const found: unknown = JSON.parse(endpoint?.PolicyDocument ?? '{}');
    return [
      expected('kind', properties['VpcEndpointType'], endpoint?.VpcEndpointType),
      expected('statements', statements(properties['PolicyDocument']), statements(found)),
    ];
  },
);

/** The default group of each VPC, which AWS makes, is empty. */
export const DEFAULT_GROUPS: ReadBack = ofEach(
  'AWS::EC2::VPC',
  'default security groups let nothing in or out',
  async ({ account, physicalId }, deployed) => {
    const client = new EC2Client(await deployed.client(account));
    const Filters = [
      { Name: 'vpc-id', Values: [physicalId] },
      { Name: 'group-name', Values: ['default'] },
    ];
    const { SecurityGroups: [group] = [] } = await client.send(new DescribeSecurityGroupsCommand({ Filters }));
    client.destroy();
    return [
      expected('rules in', 0, group?.IpPermissions?.length),
      expected('rules out', 0, group?.IpPermissionsEgress?.length),
    ];
  },
);
