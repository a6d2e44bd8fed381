import type { ReachabilityAnswer, ReachabilityMatrix, ReachabilityPassage, TrafficText, WitnessHop } from '../../model';

/** The answer to a question: `prove reachability --from … --to … --format json`. */
export function answerDocument(told: ReachabilityAnswer): object {
  const { question, answer, witness, blockedBy, unresolved, through } = told;
  const { from, to, port, protocol, avoiding } = question;
  return {
    question: { from, to, port, protocol, avoiding },
    answer,
    witness: witness.map(hopOf),
    blockedBy: blockedBy.map(hopOf),
    unresolved,
    through: through.map(hopOf),
  };
}

/** The matrix: `prove reachability --format json`. */
export function matrixDocument({ zones, cells, properties }: ReachabilityMatrix): object {
  return {
    zones: zones.map(({ name, by }) => ({ name, by })),
    cells: cells.map(({ from, to, answer, traffic, declared, witness, blockedBy, unresolved, through }) => ({
      from,
      to,
      answer,
      traffic: traffic.map(trafficOf),
      declared,
      witness: witness.map(hopOf),
      blockedBy: blockedBy.map(hopOf),
      unresolved,
      through: through.map(passageOf),
    })),
    properties: properties.map(({ name, answer, counterexamples }) => ({ name, answer, counterexamples })),
  };
}

function passageOf({ answer, by, traffic, received, witness, unresolved }: ReachabilityPassage): ReachabilityPassage {
  return {
    answer,
    by: by.map(hopOf),
    traffic: traffic.map(trafficOf),
    received: received.map(trafficOf),
    witness: witness.map(hopOf),
    unresolved,
  };
}

function trafficOf({ protocol, ports }: TrafficText): TrafficText {
  return { protocol, ports };
}

function hopOf({ hop, template, logicalId, why }: WitnessHop): WitnessHop {
  return { hop, template, logicalId, why };
}
