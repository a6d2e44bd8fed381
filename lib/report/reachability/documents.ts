import type { ReachabilityAnswer, ReachabilityMatrix, WitnessHop } from '../../model';

/** The answer to a question as text: `prove reachability --from … --to … --format json`. */
export function answerJson({ question, answer, witness, blockedBy, unresolved }: ReachabilityAnswer): string {
  const { from, to, port, protocol } = question;
  const document = {
    question: { from, to, port, protocol },
    answer,
    witness: witness.map(hopOf),
    blockedBy: blockedBy.map(hopOf),
    unresolved,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The matrix as text: `prove reachability --format json`. */
export function matrixJson({ zones, cells, properties }: ReachabilityMatrix): string {
  const document = {
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
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function hopOf({ hop, template, logicalId, why }: WitnessHop): WitnessHop {
  return { hop, template, logicalId, why };
}
