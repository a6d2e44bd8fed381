import type { Registers } from '../../config';
import type { Graph } from '../../template';
import {
  MARKER_PRESENT,
  REGISTERED_TRANSFER_CURRENT,
  REGISTERED_TRANSFER_USED,
  STATED_PROPERTY_HOLDS,
  type ClaimRule,
} from './claim-rules';
import type { ClaimOutcome } from './outcome';

/** A claim of one part of an estate where nobody gave the register: whoever has it judges. */
export function leftToRegister(outcome: ClaimOutcome): ClaimOutcome {
  return notApplicable(outcome, 'only the register decides what a template claims, and none was given here');
}

/** What the registers say of the whole, which one part of it does not show. */
export function ofWhole(graph: Graph, registers: Registers | undefined): readonly ClaimOutcome[] {
  const [template] = graph.templates.filter(({ isBeside }) => !isBeside);
  if (!template || !registers) return [];
  const { landingZone, properties, transfers } = registers;
  const rules: readonly ClaimRule[] = [
    MARKER_PRESENT,
    ...(properties.length > 0 ? [STATED_PROPERTY_HOLDS] : []),
    ...(transfers.length > 0 ? [REGISTERED_TRANSFER_CURRENT, REGISTERED_TRANSFER_USED] : []),
  ];
  return rules.map((rule) =>
    notApplicable({ rule, template, subject: landingZone }, 'only the whole estate shows whether the register is met'),
  );
}

function notApplicable({ rule, template, subject }: Omit<ClaimOutcome, 'result'>, because: string): ClaimOutcome {
  return { rule, template, subject, result: { status: 'not-applicable', because } };
}
