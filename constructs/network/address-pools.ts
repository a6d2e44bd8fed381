import { aws_ec2 as ec2, aws_ram as ram } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, cidrsOverlap, type Cidr } from '../../lib/model';
import { ipv4Block } from './address-blocks';

/** The addresses of a region. */
export interface RegionAddresses {
  readonly region: string;
  readonly cidrs: readonly string[];
}

/** The addresses of a department in an environment. */
export interface DepartmentAddresses {
  readonly region: string;
  /** `production`, `non-production`. */
  readonly environment: string;
  readonly department: string;
  readonly cidrs: readonly string[];
  /** Account ids that may take blocks from the pool. @default none: blocks are stated, and found by IPAM */
  readonly shareWith?: readonly string[];
}

export interface AddressPoolsProps {
  readonly regions: readonly RegionAddresses[];
  readonly departments: readonly DepartmentAddresses[];
}

interface Owned {
  readonly owner: string;
  readonly block: Cidr;
}

/**
 * Pools of addresses in IPAM, one within the other: region, environment, department. Blocks that the config states are
 * found and held against the pool of their owner, whose tags a VPC must carry; a pool may also give blocks at deployment.
 */
export class AddressPools extends Construct {
  private readonly pools = new Map<string, ec2.CfnIPAMPool>();

  /** @throws Error when blocks are malformed, IPv6, outside their region's, or overlap; it names both owners. */
  constructor(scope: Construct, id: string, props: AddressPoolsProps) {
    super(scope, id);
    this.requireApart(props);
    const ipam = new ec2.CfnIPAM(this, 'Ipam', {
      description: 'Addresses of the network, by region, environment and department',
      operatingRegions: props.regions.map(({ region }) => ({ regionName: region })),
      tier: 'advanced',
      tags: [{ key: 'Name', value: this.node.id }],
    });
    for (const { region, cidrs } of props.regions) {
      this.pool(region, { ipamScopeId: ipam.attrPrivateDefaultScopeId, locale: region }, cidrs);
    }
    for (const own of props.departments) this.department(own, ipam, props);
  }

  /**
   * Id of a department's pool: `cidr: { ipamPoolId, netmaskLength }` of a `ZonedVpc`.
   * @throws Error that lists the pools when there is none.
   */
  poolId(region: string, environment: string, department: string): string {
    const name = [region, environment, department].join('-');
    const found = this.pools.get(name);
    if (found) return found.attrIpamPoolId;
    throw new Error(
      `[${this.node.path}] has no pool "${name}", expected one of ${[...this.pools.keys()].join(', ')}; add it to ` +
        '`departments` with its blocks',
    );
  }

  private department(own: DepartmentAddresses, ipam: ec2.CfnIPAM, { departments }: AddressPoolsProps): void {
    const { region, environment, department, cidrs, shareWith = [] } = own;
    const above = `${region}-${environment}`;
    const common = { ipamScopeId: ipam.attrPrivateDefaultScopeId, locale: region };
    if (!this.pools.has(above)) {
      const inside = departments.filter((each) => each.region === region && each.environment === environment);
      // Each block by itself: joined ones would have to be taken away when a neighbour comes.
      const blocks = inside.flatMap((each) => each.cidrs).toSorted();
      this.pool(above, { ...common, sourceIpamPoolId: this.pools.get(region)?.attrIpamPoolId ?? '' }, blocks);
    }
    const name = `${above}-${department}`;
    const source = this.pools.get(above)?.attrIpamPoolId ?? '';
    const pool = this.pool(name, { ...common, sourceIpamPoolId: source, ...ownedBy(own) }, cidrs);
    if (shareWith.length === 0) return;
    new ram.CfnResourceShare(this, `Share-${name}`, {
      name: `addresses-${name}`,
      allowExternalPrincipals: false,
      principals: [...shareWith],
      resourceArns: [pool.attrArn],
    });
  }

  private pool(
    name: string,
    props: Omit<ec2.CfnIPAMPoolProps, 'addressFamily'>,
    cidrs: readonly string[],
  ): ec2.CfnIPAMPool {
    const pool = new ec2.CfnIPAMPool(this, `Pool-${name}`, {
      ...props,
      addressFamily: 'ipv4',
      description: `Addresses of ${name}`,
      provisionedCidrs: cidrs.map((cidr) => ({ cidr })),
      tags: [{ key: 'Name', value: name }],
    });
    this.pools.set(name, pool);
    return pool;
  }

  private requireApart({ regions, departments }: AddressPoolsProps): void {
    const owned = regions.flatMap(({ region, cidrs }) => this.owned(region, cidrs));
    this.requireNoOverlap(owned);
    const blocks = departments.flatMap((own) => this.insideRegion(own, owned));
    this.requireNoOverlap(blocks);
  }

  private insideRegion({ region, environment, department, cidrs }: DepartmentAddresses, regions: readonly Owned[]) {
    const spaces = regions.filter(({ owner }) => owner === region);
    const owner = `${department} in ${environment}`;
    return this.owned(owner, cidrs).map((own) => {
      if (spaces.some(({ block }) => cidrContains(block, own.block))) return own;
      const texts = spaces.map(({ block }) => block.text).join(', ');
      throw new Error(
        `[${this.node.path}] ${owner}: found ${own.block.text}, expected a block inside the addresses of ${region} ` +
          `(${texts || 'none are stated'}); take a free one, or give the region more in \`regions\``,
      );
    });
  }

  private owned(owner: string, cidrs: readonly string[]): Owned[] {
    if (cidrs.length === 0) throw new Error(`[${this.node.path}] ${owner}: found no block, expected at least one`);
    return cidrs.map((cidr) => ({ owner, block: ipv4Block(`[${this.node.path}] ${owner}`, cidr) }));
  }

  private requireNoOverlap(blocks: readonly Owned[]): void {
    for (const [index, { owner, block }] of blocks.entries()) {
      const taken = blocks.slice(0, index).find((other) => cidrsOverlap(other.block, block));
      if (!taken) continue;
      throw new Error(
        `[${this.node.path}] ${owner}: found ${block.text}, which overlaps ${taken.block.text} of ${taken.owner}; ` +
          'give one of them another block',
      );
    }
  }
}

/** IPAM finds the VPCs of the pool, and says which lack the tags of their owner. */
function ownedBy({ department, environment }: DepartmentAddresses) {
  return {
    autoImport: true,
    allocationResourceTags: [
      { key: 'department', value: department },
      { key: 'environment', value: environment },
    ],
  };
}
