import { block, family, within } from '../address';
import {
  announced,
  blocksOf,
  blocksOfVpc,
  instanceOf,
  named,
  type Attachment,
  type Subnet,
  type Target,
  type Topology,
  type Vpc,
} from '../topology';
import { aclAllows } from './filters';
import type { Packet } from './packet';

/** Where a packet ended, as it looked there. */
export interface Arrival {
  readonly host: string;
  readonly packet: Packet;
  /** Whether it came into the last VPC by a peering connection. */
  readonly peered: boolean;
}

/** What a conversation made use of. */
export type Way =
  'local' | 'internet' | 'over the internet' | 'egress-only' | 'nat' | 'peering' | 'transit' | 'transit peering';

type Next = Target | { readonly kind: 'local'; readonly name: string };

const MOST_HOPS = 64;

/** One conversation's packets through the network: NAT gateways remember what they translated. */
export class Walk {
  /** What the packets came by so far. */
  readonly ways = new Set<Way>();
  readonly #translated = new Map<string, Packet>();
  /** VPCs whose egress-only gateway a packet left by, and so lets the answer in. */
  readonly #left = new Set<string>();
  #hops = 0;
  #isReply = false;

  constructor(private readonly topology: Topology) {}

  /** Where a packet ends that this host sends; undefined when it is dropped on the way. */
  from(host: string, packet: Packet): Arrival | undefined {
    this.#hops = 0;
    const sender = instanceOf(this.topology, host);
    if (!sender) this.ways.add('internet');
    const arrival = sender ? this.#leave(this.#subnet(sender.subnet), packet) : this.#internet(packet);
    this.#isReply = true;
    return arrival;
  }

  /** A packet that an interface in this subnet sends. */
  #leave(subnet: Subnet, packet: Packet): Arrival | undefined {
    this.#hops += 1;
    if (this.#hops > MOST_HOPS) return undefined;
    if (isIn(subnet, packet.target)) return this.#deliver(subnet, packet, false);
    const vpc = named(this.topology.vpcs, subnet.vpc);
    const target = this.#route(subnet, vpc, packet.target);
    if (target === undefined || !aclAllows(this.topology, subnet, 'out', packet)) return undefined;
    this.ways.add(target.kind);
    const onward = {
      local: () => this.#enter(vpc, packet, false),
      internet: () => this.#internetGateway(vpc, packet),
      'egress-only': () => this.#egressOnly(vpc, packet),
      nat: () => this.#nat(target.name, packet),
      peering: () => this.#peering(target.name, vpc, packet),
      transit: () => this.#transit(target.name, subnet, packet),
    };
    return onward[target.kind]();
  }

  #route(subnet: Subnet, vpc: Vpc, address: string): Next | undefined {
    const explicit = subnet.table === undefined ? [] : named(this.topology.tables, subnet.table).routes;
    const routes = [
      ...blocksOfVpc(vpc).map((cidr) => ({ cidr, target: { kind: 'local', name: vpc.name } as const })),
      ...explicit.flatMap(({ to, target }) => blocksOf(this.topology, to).map((cidr) => ({ cidr, target }))),
    ];
    return longest(routes, address)?.target;
  }

  /** A packet that comes into a VPC and may only end there: by the local route, a peer or the internet gateway. */
  #enter(vpc: Vpc, packet: Packet, peered: boolean): Arrival | undefined {
    const subnet = this.topology.subnets.find((subnet) => subnet.vpc === vpc.name && isIn(subnet, packet.target));
    if (!subnet || !aclAllows(this.topology, subnet, 'in', packet)) return undefined;
    return this.#deliver(subnet, packet, peered);
  }

  #deliver(subnet: Subnet, packet: Packet, peered: boolean): Arrival | undefined {
    const host = this.topology.instances.find(({ address, six }) => [address, six].includes(packet.target));
    if (host) return { host: host.six === packet.target ? host.six : host.name, packet, peered };
    const nat = this.topology.nats.find(({ address }) => address === packet.target);
    const original = nat && this.#translated.get(nat.name);
    if (!original || original.target !== packet.source) return undefined;
    return this.#leave(subnet, { ...packet, target: original.source });
  }

  #nat(name: string, packet: Packet): Arrival | undefined {
    const nat = named(this.topology.nats, name);
    const subnet = this.#subnet(nat.subnet);
    if (!aclAllows(this.topology, subnet, 'in', packet)) return undefined;
    this.#translated.set(name, packet);
    return this.#leave(subnet, { ...packet, source: nat.address });
  }

  /** IPv4 packets pass with a public address alone, which is put in the place of the private one; IPv6 ones as they are. */
  #internetGateway(vpc: Vpc, packet: Packet): Arrival | undefined {
    if (family(packet.source) === 6) return isOwn(vpc, packet.source) ? this.#internet(packet) : undefined;
    const holder = this.#addressed().find(({ address }) => address === packet.source);
    if (holder?.publicAddress === undefined || this.#subnet(holder.subnet).vpc !== vpc.name) return undefined;
    return this.#internet({ ...packet, source: holder.publicAddress });
  }

  /** What goes out by it begins there; what answers comes in again. */
  #egressOnly(vpc: Vpc, packet: Packet): Arrival | undefined {
    if (this.#isReply || !isOwn(vpc, packet.source)) return undefined;
    this.#left.add(vpc.name);
    return this.#internet(packet);
  }

  #internet(packet: Packet): Arrival | undefined {
    if (this.topology.outsiders.includes(packet.target)) return { host: packet.target, packet, peered: false };
    if (family(packet.target) === 6) return this.#fromInternet(packet);
    const holder = this.#addressed().find(({ publicAddress }) => publicAddress === packet.target);
    if (!holder) return undefined;
    const vpc = named(this.topology.vpcs, this.#subnet(holder.subnet).vpc);
    return this.#enter(vpc, { ...packet, target: holder.address }, false);
  }

  #fromInternet(packet: Packet): Arrival | undefined {
    const vpc = this.topology.vpcs.find((own) => isOwn(own, packet.target));
    if (!vpc || !(vpc.internetGateway || (this.#isReply && this.#left.has(vpc.name)))) return undefined;
    if (!this.topology.outsiders.includes(packet.source)) this.ways.add('over the internet');
    return this.#enter(vpc, packet, false);
  }

  /** A peering connection carries what comes from one VPC's own addresses to the other's, and nothing further. */
  #peering(name: string, vpc: Vpc, packet: Packet): Arrival | undefined {
    const { vpcs } = named(this.topology.peerings, name);
    const other = named(this.topology.vpcs, vpcs[0] === vpc.name ? vpcs[1] : vpcs[0]);
    if (!isOwn(vpc, packet.source)) return undefined;
    return this.#enter(other, packet, true);
  }

  #transit(name: string, subnet: Subnet, packet: Packet): Arrival | undefined {
    const attachment = this.topology.attachments.find(({ vpc, transit }) => vpc === subnet.vpc && transit === name);
    if (!attachment) return undefined;
    const home = this.#subnets(attachment).find(({ zone }) => zone === subnet.zone);
    if (!home || !aclAllows(this.topology, home, 'in', packet)) return undefined;
    return this.#forward(name, attachment.name, home.zone, packet);
  }

  /**
   * By the table of the transit gateway with which the attachment is associated; a static route beats a propagated. Out
   * in the zone that the packet came from, where the other attachment has a subnet of it.
   */
  #forward(transit: string, from: string, zone: Subnet['zone'], packet: Packet): Arrival | undefined {
    this.#hops += 1;
    const table = this.topology.transitTables.find(
      (table) => table.transit === transit && table.associations.includes(from),
    );
    if (!table || this.#hops > MOST_HOPS) return undefined;
    const propagated = table.propagations.flatMap((attachment) =>
      announced(this.topology, this.#attachment(attachment)).map((cidr) => ({ cidr, attachment })),
    );
    const next = longest([...table.routes, ...propagated], packet.target)?.attachment;
    if (next === undefined) return undefined;
    const peer = this.topology.transitPeerings.find(({ name }) => name === next);
    if (!peer) {
      const exits = this.#subnets(this.#attachment(next));
      const exit = exits.find((subnet) => subnet.zone === zone) ?? exits[0];
      return exit && this.#leave(exit, packet);
    }
    this.ways.add('transit peering');
    return this.#forward(peer.transits[0] === transit ? peer.transits[1] : peer.transits[0], next, zone, packet);
  }

  #subnets({ subnets }: Attachment): readonly Subnet[] {
    return subnets.map((name) => this.#subnet(name));
  }

  #attachment(name: string): Attachment {
    return named(this.topology.attachments, name);
  }

  #subnet(name: string): Subnet {
    return named(this.topology.subnets, name);
  }

  #addressed(): readonly { readonly address: string; readonly publicAddress?: string; readonly subnet: string }[] {
    return [...this.topology.instances, ...this.topology.nats];
  }
}

function isIn({ cidr, six }: Subnet, address: string): boolean {
  return within(cidr, address) || (six !== undefined && within(six, address));
}

function isOwn(vpc: Vpc, address: string): boolean {
  return blocksOfVpc(vpc).some((cidr) => within(cidr, address));
}

/** The item with the longest prefix that holds the address; the first of equals. */
function longest<T extends { readonly cidr: string }>(items: readonly T[], address: string): T | undefined {
  return items
    .filter(({ cidr }) => within(cidr, address))
    .reduce<T | undefined>((best, item) => (best && length(best) >= length(item) ? best : item), undefined);
}

function length({ cidr }: { readonly cidr: string }): number {
  return block(cidr).prefix;
}
