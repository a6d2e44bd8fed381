import { asNumber, isList, isMap, Reference, type Graph, type Resource, type Value } from '../../template';
import { canonical, placeKey, plainText, standsAlone } from './places';

/** One way that is open: a rule of a security group, an entry of a network ACL that allows, or a route. */
export interface Passage {
  /** The group, ACL or table to which it belongs, and in which direction it leads. */
  readonly owner: string;
  /** `-1` and `all` are every protocol; of a route, by what it leads. */
  readonly protocol: string;
  /** All ports when not set. */
  readonly ports: readonly [from: number, to: number] | undefined;
  /** Addresses, or the group or prefix list, to which it leads. */
  readonly peer: string;
  readonly resource: Resource;
  readonly property: string;
}

type Map = { readonly [key: string]: Value };

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** All ways that the templates of a unit open. */
export function passagesOf(graph: Graph): readonly Passage[] {
  const ownerOf = (value: Value | undefined, direction: string): string => {
    const owner = value instanceof Reference ? graph.follow(value) : undefined;
    return `${owner ? placeKey(owner, standsAlone(graph)) : plainText(value)} ${direction}`;
  };
  const standing = graph.templates.flatMap(({ resources }) =>
    resources.flatMap((resource) => standingAlone(resource, ownerOf)),
  );
  const groups = graph
    .ofType('AWS::EC2::SecurityGroup')
    .flatMap((group) => ofGroup(group, placeKey(group, standsAlone(graph)), standing));
  return [...groups, ...standing];
}

function standingAlone(
  resource: Resource,
  ownerOf: (value: Value | undefined, direction: string) => string,
): readonly Passage[] {
  const { type, properties } = resource;
  switch (type) {
    case 'AWS::EC2::SecurityGroupIngress':
    case 'AWS::EC2::SecurityGroupEgress': {
      const owner = ownerOf(
        properties['GroupId'] ?? properties['GroupName'],
        type.endsWith('Ingress') ? 'ingress' : 'egress',
      );
      return [ruleOf(properties, owner, resource, 'Properties')];
    }
    case 'AWS::EC2::NetworkAclEntry': {
      if (properties['RuleAction'] === 'deny') return [];
      const owner = ownerOf(properties['NetworkAclId'], canonical(properties['Egress'] ?? false));
      return [
        ruleOf(
          { ...rangeOf(properties['PortRange']), ...properties, IpProtocol: properties['Protocol'] ?? '-1' },
          owner,
          resource,
          'Properties',
        ),
      ];
    }
    case 'AWS::EC2::Route':
      return routeOf(resource, ownerOf(properties['RouteTableId'], 'route'));
    default:
      return [];
  }
}

function rangeOf(range: Value | undefined): Map {
  return isMap(range) ? { FromPort: range['From'] ?? null, ToPort: range['To'] ?? null } : {};
}

const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'EgressOnlyInternetGatewayId',
  'VpcEndpointId',
  'InstanceId',
  'NetworkInterfaceId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
];

function routeOf(resource: Resource, owner: string): readonly Passage[] {
  const { properties } = resource;
  const target = TARGETS.find((name) => properties[name] !== undefined);
  const peer =
    properties['DestinationCidrBlock'] ??
    properties['DestinationIpv6CidrBlock'] ??
    properties['DestinationPrefixListId'];
  if (target === undefined || peer === undefined) return [];
  return [
    {
      owner,
      protocol: `${target} ${plainText(properties[target])}`,
      ports: undefined,
      peer: plainText(peer),
      resource,
      property: 'Properties',
    },
  ];
}

/** The rules within a group; one that states no way out, and has none beside it, lets everything out. */
function ofGroup(group: Resource, key: string, standing: readonly Passage[]): readonly Passage[] {
  const inside = (name: string, direction: string): readonly Passage[] => {
    const list = group.properties[name];
    return (isList(list) ? list : []).flatMap((rule, index) =>
      isMap(rule) ? [ruleOf(rule, `${key} ${direction}`, group, `Properties.${name}.${index}`)] : [],
    );
  };
  const egress = inside('SecurityGroupEgress', 'egress');
  const states =
    group.properties['SecurityGroupEgress'] !== undefined || standing.some(({ owner }) => owner === `${key} egress`);
  const open = EVERYWHERE.map((peer): Passage => ({
    owner: `${key} egress`,
    protocol: '-1',
    ports: undefined,
    peer,
    resource: group,
    property: 'Properties',
  }));
  return [...inside('SecurityGroupIngress', 'ingress'), ...(states ? egress : open)];
}

const PEERS = [
  'CidrIp',
  'CidrIpv6',
  'SourceSecurityGroupId',
  'DestinationSecurityGroupId',
  'SourcePrefixListId',
  'DestinationPrefixListId',
  'SourceSecurityGroupName',
  'CidrBlock',
  'Ipv6CidrBlock',
];

function ruleOf(rule: Map, owner: string, resource: Resource, property: string): Passage {
  const peer = PEERS.map((name) => rule[name]).find((value) => value !== undefined && value !== null);
  const from = asNumber(rule['FromPort']);
  const to = asNumber(rule['ToPort']) ?? from;
  const all = from === undefined || to === undefined || from === -1;
  return {
    owner,
    protocol: plainText(rule['IpProtocol'] ?? '-1').toLowerCase(),
    ports: all ? undefined : [from, to],
    peer: plainText(peer),
    resource,
    property,
  };
}
