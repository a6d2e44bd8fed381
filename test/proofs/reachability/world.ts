import { reachabilityOf, type Answer, type Question, type Reachability } from '../../../lib/proofs/reachability';
import { graphOf, templateFromObject, type TemplateOptions } from '../../../lib/template';

/** Resources of a template by logical id. */
export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const ref = (id: string) => ({ Ref: id });

export function resource(id: string, type: string, properties: object, more: object = {}): Resources {
  return { [id]: { Type: type, Properties: properties, ...more } };
}

/** The reachability of one template. */
export function world(...parts: readonly Resources[]): Reachability {
  return worldOf({}, ...parts);
}

export function worldOf(sections: object, ...parts: readonly Resources[]): Reachability {
  return worldWith({}, sections, ...parts);
}

function worldWith(options: TemplateOptions, sections: object, ...parts: readonly Resources[]): Reachability {
  const body = { ...sections, Resources: Object.assign({}, ...parts) as Resources };
  return reachabilityOf(graphOf([templateFromObject('network.json', body, options)]));
}

export function ask(
  reachability: Reachability,
  from: string,
  to: string,
  more: Partial<Question> = { port: 443 },
): Answer {
  return reachability.ask({ from, to, ...more });
}

/** What stands in the way, shortly: `Group: no rule lets this in to B`. */
export function blocks({ blockedBy }: Answer): string[] {
  return blockedBy.map(({ hop, why }) => `${hop}: ${why}`);
}

/** Logical ids of the ways' hops, in order. */
export function way({ witness }: Answer): string[] {
  return witness.map(({ logicalId }) => logicalId);
}

export const vpc = (id: string, block: string, properties: object = {}) =>
  resource(id, 'AWS::EC2::VPC', { CidrBlock: block, ...properties });

export const subnet = (id: string, vpcId: string, block: string, properties: object = {}) =>
  resource(id, 'AWS::EC2::Subnet', {
    VpcId: ref(vpcId),
    CidrBlock: block,
    AvailabilityZone: 'ap-east-1a',
    ...properties,
  });

export const instance = (id: string, subnetId: string, groups: readonly string[], properties: object = {}) =>
  resource(id, 'AWS::EC2::Instance', { SubnetId: ref(subnetId), SecurityGroupIds: groups.map(ref), ...properties });

/** A security group; rules are `tcp 443 10.0.0.0/8` or `tcp 443 GroupId`, comma between. `egress` undefined: AWS's own. */
export function group(id: string, vpcId: string, ingress: string, egress?: string): Resources {
  return resource(id, 'AWS::EC2::SecurityGroup', {
    GroupDescription: id,
    VpcId: ref(vpcId),
    SecurityGroupIngress: rules(ingress, 'Source'),
    ...(egress === undefined ? {} : { SecurityGroupEgress: rules(egress, 'Destination') }),
  });
}

function rules(text: string, side: 'Source' | 'Destination'): object[] {
  return text === '' ? [] : text.split(',').map((rule) => groupRule(rule, side));
}

export function groupRule(text: string, side: 'Source' | 'Destination'): object {
  const [protocol = '', ports = '', peer = ''] = text.trim().split(' ');
  const [from, to = from] = ports.split('-').map(Number);
  const range = ports === 'any' ? {} : { FromPort: from, ToPort: to };
  const icmp = protocol === 'icmp' ? { FromPort: -1, ToPort: -1 } : {};
  const other = peer.includes('::')
    ? { CidrIpv6: peer }
    : peer.includes('/')
      ? { CidrIp: peer }
      : { [`${side}SecurityGroupId`]: { 'Fn::GetAtt': [peer, 'GroupId'] } };
  return { IpProtocol: protocol === 'all' ? '-1' : protocol, ...range, ...icmp, ...other };
}

/** A network ACL for subnets; entries are `in 100 allow tcp 443 10.0.0.0/8`. */
export function acl(id: string, vpcId: string, subnets: readonly string[], entries: readonly string[]): Resources {
  return Object.assign(
    {},
    resource(id, 'AWS::EC2::NetworkAcl', { VpcId: ref(vpcId) }),
    ...subnets.map((subnetId) =>
      resource(`${id}${subnetId}`, 'AWS::EC2::SubnetNetworkAclAssociation', {
        SubnetId: ref(subnetId),
        NetworkAclId: ref(id),
      }),
    ),
    ...entries.map((entry, index) => resource(`${id}Entry${index}`, 'AWS::EC2::NetworkAclEntry', aclEntry(id, entry))),
  ) as Resources;
}

const PROTOCOLS: Readonly<Record<string, number>> = { all: -1, tcp: 6, udp: 17, icmp: 1 };

function aclEntry(id: string, text: string): object {
  const [direction, number, action, protocol = '', ports = '', block = ''] = text.split(' ');
  const [from, to = from] = ports.split('-').map(Number);
  return {
    NetworkAclId: ref(id),
    Egress: direction === 'out',
    RuleNumber: Number(number),
    RuleAction: action,
    Protocol: PROTOCOLS[protocol],
    ...(block.includes('::') ? { Ipv6CidrBlock: block } : { CidrBlock: block }),
    ...(ports === 'any' ? {} : { PortRange: { From: from, To: to } }),
    ...(protocol === 'icmp' ? { Icmp: { Type: -1, Code: -1 } } : {}),
  };
}

/** A route table for subnets; routes are `0.0.0.0/0 GatewayId Igw`. */
export function table(id: string, vpcId: string, subnets: readonly string[], routes: readonly string[]): Resources {
  return Object.assign(
    {},
    resource(id, 'AWS::EC2::RouteTable', { VpcId: ref(vpcId) }),
    ...subnets.map((subnetId) =>
      resource(`${id}${subnetId}`, 'AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref(subnetId),
        RouteTableId: ref(id),
      }),
    ),
    ...routes.map((route, index) => resource(`${id}Route${index}`, 'AWS::EC2::Route', routeOf(id, route))),
  ) as Resources;
}

function routeOf(id: string, text: string): object {
  const [destination = '', property = '', target = ''] = text.split(' ');
  const block = destination.includes(':')
    ? 'DestinationIpv6CidrBlock'
    : destination.includes('/')
      ? 'DestinationCidrBlock'
      : 'DestinationPrefixListId';
  return {
    RouteTableId: ref(id),
    [block]: destination.includes('/') ? destination : ref(destination),
    [property]: ref(target),
  };
}

export const internetGateway = (id: string, vpcId: string): Resources => ({
  ...resource(id, 'AWS::EC2::InternetGateway', {}),
  ...resource(`${id}Attachment`, 'AWS::EC2::VPCGatewayAttachment', { VpcId: ref(vpcId), InternetGatewayId: ref(id) }),
});
