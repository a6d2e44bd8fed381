import { asText, isList, isMap, Reference, type Graph, type Resource, type Value } from '../../../template';
import { blockOf, holds, isUnsaid, type Block, type Standing } from '../addresses';
import { at, get, namedBy } from './reading';
import type { SubnetDraft } from './survey';

/** One network interface as it is written, and the resource that it is written in. */
interface Card {
  readonly properties: Value;
  readonly home: Resource;
}

/** Where the addresses of an interface are written, and what leaves some of them open. */
const WRITTEN = {
  4: {
    addresses: [
      'PrivateIpAddress',
      'IpAddress',
      'PrivateIpAddresses[].PrivateIpAddress',
      'SecondaryPrivateIpAddresses[]',
    ],
    count: 'SecondaryPrivateIpAddressCount',
  },
  6: { addresses: ['Ipv6Addresses[].Ipv6Address', 'Ipv6Address'], count: 'Ipv6AddressCount' },
} as const;

/** Lists of which each item belongs to one subnet, and what its addresses are called there. */
const BY_SUBNET = {
  SubnetMappings: { 4: 'PrivateIPv4Address', 6: 'IPv6Address' },
  SubnetConfigurations: { 4: 'Ipv4', 6: 'Ipv6' },
  IpAddresses: { 4: 'Ip', 6: 'Ipv6' },
} as const;

const FAMILIES = [4, 6] as const;

/** The addresses that a resource says it has in a subnet; of the families of which it says none, any of the subnet's. */
export function standingIn(graph: Graph, resource: Resource, subnet: SubnetDraft): Standing {
  const spoken = familiesOf(resource);
  const open: Block[] = [];
  const stated: Block[] = [];
  for (const family of FAMILIES) {
    const own = subnet.blocks.filter((block) => block.family === family);
    const listed = bySubnet(resource, subnet, family);
    const written = listed.length > 0 ? listed : ofCards(graph, resource, subnet, family);
    const fixed = written.flatMap((item) => (item === 'open' ? [] : (blockOf(item) ?? [])));
    const here = fixed.filter((address) => isIn(address, own));
    stated.push(...here);
    if (spoken.includes(family) && (here.length === 0 || written.includes('open'))) open.push(...own);
  }
  return stated.length > 0 ? { blocks: open, stated } : { blocks: open };
}

function isIn(address: Block, own: readonly Block[]): boolean {
  return own.some((block) => isUnsaid(block) || holds(block, address));
}

/** Texts of addresses, and `open` where there are more than the template says. */
function ofCards(graph: Graph, resource: Resource, subnet: SubnetDraft, family: 4 | 6): readonly string[] {
  const { addresses, count } = WRITTEN[family];
  return cardsOf(graph, resource).flatMap(({ properties, home }) => {
    const [named] = at(properties, 'SubnetId');
    if (named && namedBy(named.value, home).every(({ key }) => key !== subnet.key)) return [];
    const texts = addresses.flatMap((path) => at(properties, path).map(({ value }) => asText(value) ?? 'open'));
    return texts.length === 0 || at(properties, count).length > 0 ? [...texts, 'open'] : texts;
  });
}

/** The interfaces of a resource: those that it lists, or itself as one. */
function cardsOf(graph: Graph, resource: Resource): readonly Card[] {
  const listed = at(resource.properties, 'NetworkInterfaces[]');
  if (listed.length === 0) return [{ properties: resource.properties, home: resource }];
  return listed.map(({ value }): Card => {
    const [id] = at(value, 'NetworkInterfaceId');
    const apart = id?.value instanceof Reference ? graph.follow(id.value) : undefined;
    return apart ? { properties: apart.properties, home: apart } : { properties: value, home: resource };
  });
}

function bySubnet(resource: Resource, subnet: SubnetDraft, family: 4 | 6): readonly string[] {
  return Object.entries(BY_SUBNET).flatMap(([list, names]) => {
    const items = resource.properties[list];
    if (!isList(items)) return [];
    return items.flatMap((item) => {
      const [id] = isMap(item) ? namedBy(item['SubnetId'], resource) : [];
      if (id?.key !== subnet.key) return [];
      const texts = at(item, names[family]).map(({ value }) => asText(value) ?? 'open');
      return texts.length > 0 ? texts : ['open'];
    });
  });
}

/**
 * Families of addresses that a resource has. A load balancer has IPv6 ones only when it is told to, whatever its subnets
 * have; a NAT gateway has none. Source: Application Load Balancers user guide, IP address types; VPC user guide, NAT gateways.
 */
function familiesOf(resource: Resource): readonly (4 | 6)[] {
  const given = get(resource, 'IpAddressType');
  const type = asText(given)?.toLowerCase();
  if (resource.type === 'AWS::ElasticLoadBalancing::LoadBalancer' || resource.type === 'AWS::EC2::NatGateway')
    return [4];
  if (type === 'ipv4' || (given === undefined && resource.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer'))
    return [4];
  return type === 'ipv6' ? [6] : FAMILIES;
}
