import type { Graph } from '../../../template';
import type { Standing } from '../addresses';
import { NONE, uniteRanges, type Ranges } from '../packets';
import { AddressBook, serviceBlock, Unsaid } from './address-book';
import { gatewayDrafts, type GatewayDrafts } from './gateways';
import { Passages } from './passages';
import { placeDrafts, type PlaceDraft } from './place-drafts';
import { withoutTaken } from './taken';
import { keyOf } from './reading';
import { serviceOf } from './services';
import { Survey, type SubnetDraft, type VpcDraft } from './survey';

/** What stands where: everything that has an address, and the space in which it has it. */
export class Layout {
  readonly survey: Survey;
  readonly drafts: readonly PlaceDraft[];
  readonly passages: Passages;
  readonly gateways: GatewayDrafts;
  readonly nats: GatewayDrafts['nats'];
  readonly book: AddressBook;
  /** In each subnet, what might stand there besides. */
  readonly hosts: ReadonlyMap<SubnetDraft, Standing>;
  private readonly ofVpc = new Map<string, Ranges>();
  private readonly ofSubnet = new Map<SubnetDraft, Ranges>();
  private readonly inVpc = new Map<VpcDraft, readonly Ranges[]>();

  constructor(readonly graph: Graph) {
    const unsaid = new Unsaid();
    this.survey = new Survey(graph, unsaid);
    const places = placeDrafts(graph, this.survey);
    this.passages = new Passages(graph, this.survey);
    this.gateways = gatewayDrafts(graph, this.survey);
    for (const endpoint of graph.ofType('AWS::EC2::VPCEndpoint')) serviceBlock(unsaid, serviceOf(endpoint));
    const subnets = [...this.survey.subnets.values()];
    const drafts = withoutTaken(places, this.gateways.nats);
    this.drafts = drafts.places;
    this.nats = drafts.nats;
    this.hosts = new Map(
      subnets
        .filter(({ gateway }) => gateway === undefined)
        .map((subnet) => [subnet, { blocks: subnet.blocks, taken: drafts.taken.get(subnet) ?? [] }]),
    );
    this.book = new AddressBook(graph, unsaid, [
      ...[...this.drafts, ...this.passages.drafts, ...this.nats].map(({ standing }) => standing),
      ...this.hosts.values(),
    ]);
    for (const subnet of subnets) {
      const addresses = this.blocks(subnet);
      this.ofSubnet.set(subnet, addresses);
      this.inVpc.set(subnet.vpc, [...(this.inVpc.get(subnet.vpc) ?? []), addresses]);
    }
    for (const vpc of this.survey.vpcs.values()) this.ofVpc.set(vpc.key, this.vpcRanges(vpc));
    this.name();
  }

  subnetAddresses(subnet: SubnetDraft): Ranges {
    return this.ofSubnet.get(subnet) ?? NONE;
  }

  vpcAddresses(key: string): Ranges {
    return this.ofVpc.get(key) ?? NONE;
  }

  private blocks({ blocks }: { readonly blocks: SubnetDraft['blocks'] }): Ranges {
    return uniteRanges(...blocks.map((block) => this.book.space.within(block)));
  }

  private vpcRanges(vpc: VpcDraft): Ranges {
    return uniteRanges(this.blocks(vpc), ...(this.inVpc.get(vpc) ?? []));
  }

  /** Unresolved values and attributes that mean addresses of something here. */
  private name(): void {
    for (const vpc of this.survey.vpcs.values()) {
      const addresses = this.vpcAddresses(vpc.key);
      for (const source of vpc.sources) this.book.name(source, addresses);
      this.book.nameAttribute(`${vpc.key}.CidrBlock`, addresses);
    }
    for (const subnet of this.survey.subnets.values()) {
      for (const source of subnet.sources) this.book.name(source, this.subnetAddresses(subnet));
      this.book.nameAttribute(`${subnet.key}.CidrBlock`, this.subnetAddresses(subnet));
    }
    const own = new Map<string, Ranges>();
    for (const { resource, standing } of this.drafts) {
      const key = keyOf(resource);
      own.set(key, uniteRanges(own.get(key) ?? NONE, this.book.space.of(standing)));
    }
    for (const [key, points] of own) {
      for (const name of ['PrivateIp', 'PrimaryPrivateIpAddress', 'IpAddress'])
        this.book.nameAttribute(`${key}.${name}`, points);
    }
  }
}
