import { dayAt, type Flow, type NetworkFlow } from '../../../model';
import type { Profile } from '../../../profiles';
import { reachabilityOf, type Reachability } from '../../../proofs/reachability';
import type { Graph } from '../../../template';
import type { Registers } from '../../../config';
import { registeredFlows } from '../../claims';

/** By what flows are held to the register. */
export interface FlowBasis {
  readonly profile: Profile;
  readonly registers?: Registers;
  readonly now: Date;
}

interface Standing {
  readonly flow: NetworkFlow;
  /** Whether it counts as declared. */
  readonly counts: boolean;
}

/** Flows that templates claim, and what became of them at the register. */
export class Flows {
  /** Judged by the flows that count. */
  readonly reachability: Reachability;
  /** Whether some template claims a flow: else what passes is undeclared by nobody's fault. */
  readonly areDeclared: boolean;
  /** Judged by all that templates claim, as the rules of the gate judge. */
  private readonly claimed: Reachability;
  private readonly today: string;

  constructor(
    graph: Graph,
    private readonly basis: FlowBasis,
  ) {
    const { registers, now, profile } = basis;
    this.today = dayAt(now, profile.timeZone);
    this.claimed = reachabilityOf(graph);
    const all = graph.templates.flatMap((template) =>
      (template.claims?.flows ?? []).map((flow) => ({ flow, template })),
    );
    this.areDeclared = all.length > 0;
    const counts = registers && registeredFlows(registers, now, profile.timeZone);
    // The gate has read the network already: it is read anew only where its claims cannot be trusted.
    const trusted = !counts || all.every(({ flow, template }) => counts(flow, template));
    this.reachability = trusted ? this.claimed : reachabilityOf(graph, { counts });
  }

  between(from: string, to: string): readonly Standing[] {
    const counting = new Set(this.reachability.flows(from, to).map(({ id }) => id));
    return this.claimed.flows(from, to).map((flow) => {
      const counts = counting.has(flow.id);
      return { flow: flowReview(flow, this.standingOf(flow, counts)), counts };
    });
  }

  private standingOf({ expires }: Flow, counts: boolean): NetworkFlow['standing'] {
    if (!this.basis.registers) return 'claimed';
    if (counts) return 'registered';
    return expires !== undefined && expires < this.today ? 'expired' : 'not registered';
  }
}

function flowReview(
  { id, protocol, ports, reason, ticket, expires }: Flow,
  standing: NetworkFlow['standing'],
): NetworkFlow {
  return {
    id,
    protocol,
    ports: ports.join(','),
    reason,
    standing,
    ...(ticket === undefined ? {} : { ticket }),
    ...(expires === undefined ? {} : { expires }),
  };
}
