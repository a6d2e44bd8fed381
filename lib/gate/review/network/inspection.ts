import type { NetworkArrow, ReachabilityCell } from '../../../model';
import type { FlowGap, Reachability } from '../../../proofs/reachability';

/** Ways from outside are asked for one by one, as long as there are no more of them. */
const MOST_ASKED = 60;

/** Tells what passes a firewall whichever way it takes. */
export class Inspection {
  private readonly bare = new Map<string, FlowGap>();
  private readonly local = new Map<string, string | undefined>();
  private asked = 0;

  constructor(private readonly reachability: Reachability) {
    if (!reachability.hasFirewall) return;
    const { betweenVpcs, toInternet } = reachability.uninspected();
    for (const gap of [...betweenVpcs, ...toInternet]) this.bare.set(`${gap.from} ${gap.to}`, gap);
    for (const { name, vpc } of reachability.outline().zones) this.local.set(name, vpc);
  }

  /** Undefined within a VPC, where there is no firewall, and for ways from outside where there are too many. */
  of({ from, to }: Pick<ReachabilityCell, 'from' | 'to'>): NetworkArrow['inspected'] {
    const [source, target] = [this.local.get(from), this.local.get(to)];
    if (!this.reachability.hasFirewall || source === target) return undefined;
    if (source === undefined || (target === undefined && to !== 'internet')) return this.ask(from, to);
    const gap = this.bare.get(`${from} ${to}`);
    return gap === undefined ? 'yes' : gap.sure ? 'no' : 'unknown';
  }

  private ask(from: string, to: string): NetworkArrow['inspected'] {
    this.asked += 1;
    if (this.asked > MOST_ASKED) return undefined;
    const { answer } = this.reachability.ask({ from, to, avoiding: 'inspection' });
    return ({ yes: 'no', no: 'yes', unknown: 'unknown' } as const)[answer];
  }
}
