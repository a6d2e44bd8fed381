import { VPC_TAG } from '../../../model';
import { asBoolean, asText, isMap, OneOf, Unknown, type Graph, type Resource, type Value } from '../../../template';
import { blockOf, type Block } from '../addresses';
import type { Unsaid } from './address-book';
import type { Origin } from './model';
import { at, get, keyOf, namedBy, originOf, sourceOf, type Named } from './reading';

/** A VPC before its addresses are worked out. */
export interface VpcDraft {
  readonly key: string;
  readonly name: string;
  readonly origin: Origin;
  readonly resource: Resource | undefined;
  readonly blocks: Block[];
  /** Unresolved values that stand for all of its addresses. */
  readonly sources: string[];
}

/** A subnet before its addresses are worked out. */
export interface SubnetDraft {
  readonly key: string;
  readonly name: string;
  readonly origin: Origin;
  readonly resource: Resource | undefined;
  readonly vpc: VpcDraft;
  readonly blocks: Block[];
  readonly sources: string[];
  /** The regional NAT gateway that alone stands in it, which is in no subnet of the template. */
  readonly gateway?: Resource;
}

/** All VPCs and subnets, those that are only named included. */
export class Survey {
  readonly vpcs = new Map<string, VpcDraft>();
  readonly subnets = new Map<string, SubnetDraft>();

  constructor(
    graph: Graph,
    private readonly unsaid: Unsaid,
  ) {
    for (const resource of graph.ofType('AWS::EC2::VPC')) this.addVpc(resource);
    for (const type of ['AWS::EC2::VPCCidrBlock', 'AWS::EC2::VPCIpv6Cidr']) {
      for (const resource of graph.ofType(type)) this.addBlock(resource);
    }
    for (const resource of graph.ofType('AWS::EC2::Subnet')) this.addSubnet(resource);
    for (const resource of graph.ofType('AWS::EC2::SubnetCidrBlock')) this.addSubnetBlock(resource);
  }

  /** The VPC that a value names; one that no template has is made up as far as its name tells it from others. */
  vpc(named: Named): VpcDraft {
    const known = this.vpcs.get(named.key);
    if (known) return known;
    const origin = { template: '', logicalId: '' };
    const draft = { key: named.key, name: shortName(named.key), origin, resource: undefined, blocks: [], sources: [] };
    this.vpcs.set(named.key, draft);
    return draft;
  }

  /** The subnet that a value names, of which at least the VPC may be known. */
  subnet(named: Named, vpc: Named | undefined): SubnetDraft {
    const known = this.subnets.get(named.key);
    if (known) return known;
    const home = this.vpc(vpc ?? { key: `?vpc of ${named.key}`, reason: named.reason ?? '' });
    const reason = named.reason ?? `${named.key} is no subnet of these templates`;
    const { block } = this.unsaid.block(`subnet ${named.key}`, 4, {
      reason,
      ...(home.resource ? { within: home.blocks } : {}),
    });
    const origin = { template: '', logicalId: '' };
    const draft = {
      key: named.key,
      name: shortName(named.key),
      origin,
      resource: undefined,
      vpc: home,
      blocks: [block],
      sources: [],
    };
    this.subnets.set(named.key, draft);
    return draft;
  }

  /**
   * Where a regional NAT gateway stands: in its VPC, and in none of its subnets.
   * Source: Amazon VPC user guide, Regional NAT gateways for automatic multi-AZ expansion.
   */
  regional(gateway: Resource, home: Named): SubnetDraft {
    const vpc = this.vpc(home);
    const key = `regional ${keyOf(gateway)}`;
    const reason = `the address of ${gateway.logicalId} in ${vpc.name} is decided at deployment`;
    const known = vpc.blocks.filter(({ family }) => family === 4);
    const { block } = this.unsaid.block(key, 4, { reason, ...(known.length > 0 ? { within: known } : {}) });
    const { name, origin } = vpc;
    const draft = { key, name, origin, resource: undefined, vpc, blocks: [block], sources: [], gateway };
    this.subnets.set(key, draft);
    return draft;
  }

  private addVpc(resource: Resource): void {
    const draft = {
      key: keyOf(resource),
      name: tagOf(resource, [VPC_TAG, 'Name']) ?? resource.logicalId,
      origin: originOf(resource),
      resource,
      blocks: [],
      sources: [],
    };
    this.vpcs.set(draft.key, draft);
    this.read(draft, resource, resource.properties['CidrBlock'], 4, undefined);
  }

  private addBlock(resource: Resource): void {
    const [named] = namedBy(resource.properties['VpcId'], resource);
    if (!named) return;
    const vpc = this.vpc(named);
    const { CidrBlock, AmazonProvidedIpv6CidrBlock, Ipv6CidrBlock, Ipv6Pool, Ipv6IpamPoolId } = resource.properties;
    if (CidrBlock !== undefined) this.read(vpc, resource, CidrBlock, 4, undefined);
    const isSix = Ipv6CidrBlock !== undefined || Ipv6Pool !== undefined || Ipv6IpamPoolId !== undefined;
    if (!isSix && asBoolean(AmazonProvidedIpv6CidrBlock) !== true) return;
    if (typeof Ipv6CidrBlock === 'string') this.read(vpc, resource, Ipv6CidrBlock, 6, undefined);
    else vpc.sources.push(`${vpc.key}.Ipv6`, `${resource.template.path}#${resource.logicalId}`);
  }

  private addSubnet(resource: Resource): void {
    const [named] = namedBy(resource.properties['VpcId'], resource);
    const vpc = this.vpc(named ?? { key: `?vpc of ${keyOf(resource)}`, reason: `${resource.logicalId} names no VPC` });
    const draft = {
      key: keyOf(resource),
      name: tagOf(resource, ['Name']) ?? resource.logicalId,
      origin: originOf(resource),
      resource,
      vpc,
      blocks: [],
      sources: [],
    };
    this.subnets.set(draft.key, draft);
    const { CidrBlock, Ipv6CidrBlock, Ipv6Native, AssignIpv6AddressOnCreation } = resource.properties;
    if (asBoolean(Ipv6Native) !== true) this.read(draft, resource, CidrBlock, 4, vpc);
    const wantsSix = Ipv6CidrBlock !== undefined || asBoolean(AssignIpv6AddressOnCreation) === true;
    if (wantsSix) this.read(draft, resource, Ipv6CidrBlock, 6, vpc);
  }

  private addSubnetBlock(resource: Resource): void {
    const [named] = namedBy(resource.properties['SubnetId'], resource);
    const subnet = named && this.subnets.get(named.key);
    if (subnet) this.read(subnet, resource, resource.properties['Ipv6CidrBlock'], 6, subnet.vpc);
  }

  /** Adds a block to a draft: the one that is written, or one that stands for what is not said. */
  private read(
    draft: { readonly key: string; readonly blocks: Block[]; readonly sources: string[] },
    resource: Resource,
    given: Value | undefined,
    family: 4 | 6,
    within: VpcDraft | undefined,
  ): void {
    const value = this.dereferenced(given, resource);
    const block = typeof value === 'string' ? blockOf(value) : undefined;
    if (block) {
      draft.blocks.push(block);
      return;
    }
    const source = value instanceof Unknown ? sourceOf(value, resource) : `${draft.key} ${family}`;
    draft.sources.push(source);
    // A VPC's addresses are those of its subnets.
    if (!within) return;
    const reason =
      value instanceof Unknown
        ? value.reason
        : `the IPv${family} block of ${resource.logicalId} is decided at deployment`;
    const known = within.resource && within.blocks.filter((outer) => outer.family === family);
    const about = { reason, isPublic: family === 6, ...(known && known.length > 0 ? { within: known } : {}) };
    draft.blocks.push(this.unsaid.block(`${source} ${draft.key}`, family, about).block);
  }

  /** `Fn::GetAtt` of the VPC's own block. */
  private dereferenced(value: Value | undefined, resource: Resource): Value | undefined {
    const [named] = namedBy(value, resource);
    const match = /^(.*)\.CidrBlock$/.exec(named?.key ?? '');
    const target = match ? this.vpcs.get(match[1] ?? '')?.resource : undefined;
    return target ? target.properties['CidrBlock'] : value instanceof OneOf ? undefined : value;
  }
}

/** Value of the first of these tags that a resource has; undefined when none is set or it is not known. */
export function tagOf(resource: Resource, keys: readonly string[]): string | undefined {
  const tags = at(resource.properties, 'Tags[]').flatMap(({ value }) => (isMap(value) ? [value] : []));
  for (const key of keys) {
    const text = asText(tags.find((tag) => tag['Key'] === key)?.['Value']);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** The end of a key, for people: `Subnet` of `?template.json#Subnet`, `the VPC of Subnet`. */
function shortName(key: string): string {
  const [, before = '', name = key] = /^(\?vpc of )?[?=]?(.*)$/s.exec(key) ?? [];
  const [first = name] = name.replace(/^[?=]?([^ ]*#)?/, '').split(' ');
  return `${before === '' ? '' : 'the VPC of '}${first}`;
}

/** Whether a resource has a public IPv4 address by a flag of its own. */
export function flag(resource: Resource, path: string): boolean | 'unknown' | undefined {
  const value = get(resource, path);
  if (value === undefined || value === null) return undefined;
  return asBoolean(value) ?? 'unknown';
}
