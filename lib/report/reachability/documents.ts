import type { ReachabilityAnswer, ReachabilityMatrix, WitnessHop } from '../../model';

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
    cells: cells.map(({ from, to, answer, traffic, declared, witness, blockedBy, unresolved }) => ({
      from,
      to,
      answer,
      traffic: traffic.map(({ protocol, ports }) => ({ protocol, ports })),
      declared,
      witness: witness.map(hopOf),
      blockedBy: blockedBy.map(hopOf),
      unresolved,
    })),
    properties: properties.map(({ name, answer, counterexamples }) => ({ name, answer, counterexamples })),
  };
}

function hopOf({ hop, template, logicalId, why }: WitnessHop): WitnessHop {
  return { hop, template, logicalId, why };
}
