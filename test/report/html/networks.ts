import type { ArrowKind, NetworkArrow, NetworkPlace, NetworkReview, NetworkVpc } from '../../../lib/model';

const FLOW = { protocol: 'tcp', reason: 'For this test', standing: 'registered' } as const;

/** A network that is put together piece by piece; what shows it is left out. */
export class NetworkBuilder {
  private readonly places: NetworkPlace[] = [
    { name: 'internet', local: 'internet', kind: 'internet', by: 'outside', subnets: [] },
  ];
  private readonly vpcs: NetworkVpc[] = [];
  private readonly arrows: NetworkArrow[] = [];
  private readonly gateways: NetworkReview['gateways'][number][] = [];

  vpc(name: string, zones: Readonly<Record<string, number>>, { isOpen = false } = {}): this {
    const vpc = this.vpcs.length;
    this.vpcs.push({ name, account: 0, blocks: ['10.0.0.0/16'], known: true, subnets: [] });
    for (const [local, trust] of Object.entries(zones)) {
      this.places.push({ name: `${name}/${local}`, local, kind: 'zone', by: 'tag', vpc, trust, subnets: [] });
    }
    if (isOpen) this.gateways.push({ kind: 'internet', name: `${name}-gateway`, vpcs: [vpc] });
    return this;
  }

  outside(name: string, kind: 'network' | 'service'): this {
    this.places.push({ name, local: name, kind, by: 'outside', subnets: [] });
    return this;
  }

  arrow(from: string, to: string, kind: ArrowKind = 'declared', ports = '443'): this {
    const [source, target] = [from, to].map((name) => this.places.findIndex((place) => place.name === name));
    if (source === undefined || target === undefined || source < 0 || target < 0) throw new Error(`${from} or ${to}`);
    const traffic = kind === 'impossible' ? [] : [{ protocol: 'tcp', ports }];
    const isDeclared = kind === 'declared' || kind === 'impossible';
    this.arrows.push({
      from: source,
      to: target,
      kind,
      traffic,
      undeclared: kind === 'undeclared' ? traffic : [],
      flows: isDeclared ? [{ ...FLOW, id: `${from}-${to}`, ports }] : [],
      inspected: 'yes',
      way: [],
      blockedBy: [],
      unresolved: [],
    });
    return this;
  }

  made({ hub = true } = {}): NetworkReview {
    const attachments = this.vpcs.map(({ name }, vpc) => ({ kind: 'vpc' as const, name, vpc, tables: ['spokes'] }));
    return {
      unit: 'cdk.out',
      accounts: [{ name: 'network', id: '110000000004' }],
      vpcs: this.vpcs,
      places: this.places,
      gateways: this.gateways,
      hubs: hub ? [{ name: 'hub', account: 0, attachments, tables: [{ name: 'spokes', routes: [] }] }] : [],
      arrows: this.arrows,
      matrix: { rows: this.places.map(() => '.'.repeat(this.places.length)), blocks: [], blocked: [] },
      passages: [],
      properties: [],
      hops: [],
      resources: [],
      templates: [],
    };
  }
}

const ZONES = { application: 4, management: 5, data: 6 };

/** An edge and departments behind a transit gateway. */
export function departments(count: number, more: (network: NetworkBuilder) => void = () => undefined): NetworkReview {
  const network = new NetworkBuilder()
    .vpc('perimeter', { 'internet-dmz': 1, 'government-dmz': 2 }, { isOpen: true })
    .vpc('inspection', { inspection: 3 })
    .outside('network/office', 'network')
    .outside('service/s3', 'service')
    .arrow('internet', 'perimeter/internet-dmz')
    .arrow('network/office', 'perimeter/government-dmz');
  for (let index = 0; index < count; index += 1) {
    const name = `department-${index}`;
    network.vpc(name, index % 5 === 4 ? { application: 4, management: 5 } : ZONES);
    network.arrow(`${name}/application`, `${name}/management`).arrow(`${name}/application`, 'service/s3', 'possible');
    if (index % 5 !== 4) network.arrow(`${name}/application`, `${name}/data`, 'declared', '5432');
    if (index % 2 === 0) network.arrow('perimeter/internet-dmz', `${name}/application`);
    if (index % 3 === 0) network.arrow('perimeter/government-dmz', `${name}/application`);
    if (index % 4 === 0) network.arrow(`${name}/management`, 'internet', 'declared', '443');
  }
  more(network);
  return network.made();
}
