import {
  isList,
  isMap,
  OneOf,
  partsOf,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../../template';
import {
  AddressSpace,
  blockOf,
  holds,
  mayBePublic,
  NOT_PUBLIC,
  PUBLIC_IPV6,
  unsaidBlock,
  type Block,
  type Standing,
} from '../addresses';
import { intersectRanges, NONE, subtractRanges, uniteRanges, type Ranges } from '../packets';
import { exactly, type Bounded } from './bounded';
import { LATTICE_BLOCKS, usesLattice } from './lattice-addresses';
import { Nat64, usesNat64, withTwins } from './nat64';
import { sourceOf } from './reading';

/** A block whose addresses no template says. */
export interface UnsaidBlock {
  readonly block: Block;
  readonly reason: string;
  /** Blocks that it lies in, where that much is known. */
  readonly within?: readonly Block[];
  /** True for addresses of the internet. */
  readonly isPublic?: boolean;
}

/** Hands out blocks for what no template says: the same for the same source. */
export class Unsaid {
  private readonly bySource = new Map<string, UnsaidBlock>();
  private readonly counts = { 4: 0, 6: 0 };

  block(source: string, family: 4 | 6, about: Omit<UnsaidBlock, 'block'>): UnsaidBlock {
    const known = this.bySource.get(source);
    if (known) return known;
    const made = { ...about, block: unsaidBlock(family, this.counts[family]) };
    this.counts[family] += 1;
    this.bySource.set(source, made);
    return made;
  }

  get all(): readonly UnsaidBlock[] {
    return [...this.bySource.values()];
  }

  get sources(): ReadonlyMap<string, UnsaidBlock> {
    return this.bySource;
  }
}

/** Turns what templates say of addresses into ranges of one address space. */
export class AddressBook {
  readonly space: AddressSpace;
  /** Whether anything here has an IPv6 address. */
  readonly hasSix: boolean;
  /** Addresses of the internet, at which nothing of these templates stands. */
  readonly internet: Ranges;
  /** Where routes may lead clients with IPv6 addresses to servers with IPv4 addresses. */
  readonly nat64: Nat64 | undefined;
  private readonly sources = new Map<string, Ranges>();
  private readonly attributes = new Map<string, Ranges>();

  constructor(
    graph: Graph,
    private readonly unsaid: Unsaid,
    standings: readonly Standing[],
  ) {
    const blocks = [
      ...NOT_PUBLIC,
      ...PUBLIC_IPV6,
      ...(usesLattice(graph) ? LATTICE_BLOCKS : []),
      ...graph.templates.flatMap((template) => template.resources.flatMap(blocksNamed)),
      ...unsaid.all.map(({ block }) => block),
      ...standings.flatMap(({ blocks: open, stated = [] }) => [...open, ...stated]),
    ];
    const translates = usesNat64(graph);
    this.space = new AddressSpace(translates ? withTwins(blocks) : blocks, standings);
    const isOpen = unsaid.all.some(({ block }) => block.family === 4);
    this.nat64 = translates ? new Nat64(this.space, isOpen) : undefined;
    this.internet = this.publicAddresses(standings.flatMap((standing) => standing.blocks));
    this.hasSix = standings.some((standing) => standing.blocks.some(({ family }) => family === 6));
  }

  /** What the blocks stand for whose addresses no template says: path of the template and name, or the name of a service. */
  get unsaidSources(): ReadonlyMap<string, UnsaidBlock> {
    return this.unsaid.sources;
  }

  /** Says what addresses an unresolved value stands for: that of a VPC for all of its subnets. */
  name(source: string, addresses: Ranges): void {
    this.sources.set(source, uniteRanges(this.sources.get(source) ?? NONE, addresses));
  }

  /** Says what addresses an attribute of a resource gives: `key.CidrBlock`. */
  nameAttribute(attribute: string, addresses: Ranges): void {
    this.attributes.set(attribute, addresses);
  }

  /** The addresses of a block that is known. */
  block(block: Block): Bounded<Ranges> {
    const own = this.space.within(block);
    if (block.prefix === 0) return exactly(own);
    const sure: Ranges[] = [own];
    const possible: Ranges[] = [own];
    const reasons = new Set<string>();
    for (const { block: other, within, isPublic, reason } of this.unsaid.all) {
      if (other.family !== block.family) continue;
      const points = this.space.within(other);
      if (within !== undefined && within.length > 0 && within.every((outer) => holds(block, outer))) sure.push(points);
      else if (within ? within.some((outer) => overlap(block, outer)) : isPublic !== true || mayBePublic(block)) {
        possible.push(points);
        reasons.add(reason);
      }
    }
    const must = uniteRanges(...sure);
    return { must, may: uniteRanges(must, ...possible), reasons: [...reasons] };
  }

  /** The addresses that a value of a property stands for. */
  addresses(value: Value | undefined, resource: Resource): Bounded<Ranges> {
    if (value === undefined || value === null) return exactly(NONE);
    if (value instanceof OneOf) return this.oneOf(value, resource);
    const known = this.named(value, resource);
    if (known) return exactly(known);
    const block = typeof value === 'string' ? blockOf(value) : undefined;
    if (block) return this.block(block);
    const reason = value instanceof Unknown ? value.reason : `${JSON.stringify(value)} is no block of addresses`;
    return { may: this.space.all, must: NONE, reasons: [reason] };
  }

  /** The addresses of a service of AWS behind a gateway endpoint. */
  service(name: string): Ranges {
    return this.space.within(serviceBlock(this.unsaid, name));
  }

  /** The addresses of VPC Lattice. */
  get lattice(): Ranges {
    return uniteRanges(NONE, ...LATTICE_BLOCKS.map((block) => this.space.within(block)));
  }

  private oneOf(value: OneOf, resource: Resource): Bounded<Ranges> {
    const options = value.options.map((option) => this.addresses(option, resource));
    return {
      may: uniteRanges(...options.map(({ may }) => may)),
      must: options.map(({ must }) => must).reduce(intersectRanges),
      reasons: [
        ...new Set(['which of several blocks applies is decided at deployment', ...options.flatMap((o) => o.reasons)]),
      ],
    };
  }

  /** `${Instance.PrivateIp}/32` names the instance. */
  private named(value: Value, resource: Resource): Ranges | undefined {
    if (value instanceof Unknown) {
      const source = this.sources.get(sourceOf(value, resource));
      if (source) return source;
    }
    const [first, length, ...rest] = partsOf(value) ?? [];
    if (!(first instanceof Reference) || rest.length > 0) return undefined;
    if (length !== undefined && length !== '/32' && length !== '/128') return undefined;
    return this.attributes.get(`${first.template}#${first.logicalId}.${first.attribute ?? ''}`);
  }

  /** @param held blocks of subnets: nobody else has their IPv6 addresses */
  private publicAddresses(held: readonly Block[]): Ranges {
    const { space } = this;
    const anywhere = blockOf('0.0.0.0/0');
    const four = anywhere ? subtractRanges(space.vacant(anywhere), space.unsaid(4)) : NONE;
    const closed = uniteRanges(...NOT_PUBLIC.map((block) => space.within(block)));
    const six = uniteRanges(...PUBLIC_IPV6.map((block) => space.vacant(block)));
    const own = new Set(held.filter((block) => block.family === 6));
    const here = uniteRanges(NONE, ...[...own].map((block) => space.within(block)));
    return uniteRanges(subtractRanges(four, closed), subtractRanges(six, here));
  }
}

/** The block that stands for the addresses of a service: no template says which of the internet's they are. */
export function serviceBlock(unsaid: Unsaid, name: string): Block {
  const reason = `the addresses of ${name} are not in these templates`;
  return unsaid.block(`service ${name}`, 4, { reason, isPublic: true }).block;
}

function overlap(a: Block, b: Block): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Longest text that may be a block as a whole, in characters. */
const LONGEST = 64;

/** Every block or address that a resource of the network names, also within firewall rules. */
function blocksNamed(resource: Resource): readonly Block[] {
  if (
    !/^AWS::(EC2|NetworkFirewall|NetworkManager|DirectConnect|VpcLattice|ElasticLoadBalancingV2)::/.test(resource.type)
  )
    return [];
  const found: Block[] = [];
  collect(resource.properties, resource.type.startsWith('AWS::NetworkFirewall::'), found);
  return found;
}

function collect(value: Value, isLong: boolean, found: Block[]): void {
  if (typeof value === 'string') {
    const texts = value.length <= LONGEST ? [value] : isLong ? value.split(/[\s,[\]!"]+/) : [];
    found.push(...texts.flatMap((text) => (/^[0-9a-f:.]+(\/\d+)?$/i.test(text) ? (blockOf(text) ?? []) : [])));
  } else if (value instanceof OneOf) for (const option of value.options) collect(option, isLong, found);
  else if (isList(value)) for (const item of value) collect(item, isLong, found);
  else if (isMap(value)) for (const item of Object.values(value)) collect(item, isLong, found);
}
