import type { NetworkPlace, NetworkSubnet, NetworkVpc, TrafficText } from '../../../model';
import type { Profile } from '../../../profiles';
import type { Outline } from '../../../proofs/reachability';
import { asText, describe, type Resource, type Value } from '../../../template';
import type { Accounts } from './accounts';
import type { Book } from './book';

type VpcPart = Outline['vpcs'][number];
type SubnetPart = VpcPart['subnets'][number];

/** VPCs and what is in them, and what is outside of them. */
export class Places {
  readonly vpcs: readonly NetworkVpc[];
  private readonly vpcAt: ReadonlyMap<string, number>;
  private readonly placeAt: ReadonlyMap<string, number>;
  private readonly subnets: ReadonlyMap<string, SubnetPart>;
  private readonly shown: readonly VpcPart[];

  constructor(
    private readonly outline: Outline,
    private readonly book: Book,
    accounts: Accounts,
  ) {
    const zoned = new Set(outline.zones.flatMap(({ subnets }) => subnets));
    this.shown = outline.vpcs.filter(({ known, subnets }) => known || subnets.length > 0);
    this.vpcAt = new Map(this.shown.map(({ key }, index) => [key, index]));
    this.placeAt = new Map(outline.zones.map(({ name }, index) => [name, index]));
    this.subnets = new Map(outline.vpcs.flatMap((vpc) => vpc.subnets.map((subnet) => [subnet.key, subnet] as const)));
    this.vpcs = this.shown.map((vpc) => {
      const template = [vpc, ...vpc.subnets].map(({ origin }) => book.template(origin.template)).find(Boolean);
      return {
        name: vpc.name,
        account: accounts.of(template),
        blocks: blocksOf(book.found(vpc.origin)),
        known: vpc.known,
        ...book.at(vpc.origin),
        subnets: vpc.subnets.filter(({ key }) => !zoned.has(key)).map((subnet) => this.subnet(subnet)),
      };
    });
  }

  /** Position of a VPC by its key; undefined for one of which nothing is known. */
  vpc(key: string | undefined): number | undefined {
    return key === undefined ? undefined : this.vpcAt.get(key);
  }

  /** Position of a place by its name in the matrix. */
  place(name: string): number | undefined {
    return this.placeAt.get(name);
  }

  /**
   * Rows of the matrix.
   * @param within What passes within a zone, by its name.
   */
  all({ zones }: Profile, within: ReadonlyMap<string, readonly TrafficText[]>): readonly NetworkPlace[] {
    return this.outline.zones.map((zone): NetworkPlace => {
      const { name, local, by, outside, vpc } = zone;
      const position = this.vpc(vpc);
      const model = by === 'tag' ? zones.find((each) => each.name === local) : undefined;
      const own = within.get(name) ?? [];
      return {
        name,
        local,
        by,
        kind: outside ?? 'zone',
        ...(position === undefined ? {} : { vpc: position }),
        ...(model ? { trust: model.trust, internetFacing: model.internetFacing } : {}),
        subnets: zone.subnets.flatMap((key) => {
          const part = this.subnets.get(key);
          return part ? [this.subnet(part)] : [];
        }),
        ...(own.length === 0 ? {} : { within: own }),
      };
    });
  }

  private subnet({ name, origin, standing }: SubnetPart): NetworkSubnet {
    const resource = this.book.found(origin);
    const zone = resource?.properties['AvailabilityZone'] ?? resource?.properties['AvailabilityZoneId'];
    return {
      name,
      blocks: blocksOf(resource),
      ...(zone === undefined || zone === null ? {} : { availabilityZone: describe(zone) }),
      ...this.book.at(origin),
      standing: standing.flatMap((part) => this.book.at(part.origin).resource ?? []),
    };
  }
}

function blocksOf(resource: Resource | undefined): readonly string[] {
  const { CidrBlock, Ipv6CidrBlock } = resource?.properties ?? {};
  const texts = [CidrBlock, Ipv6CidrBlock].map((value: Value | undefined) => asText(value));
  return texts.filter((text) => text !== undefined);
}
