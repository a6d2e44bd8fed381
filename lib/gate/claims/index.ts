import type { Registers } from '../../config';
import { dayAt, type Flow } from '../../model';
import type { Profile } from '../../profiles';
import type { Graph, Template } from '../../template';
import { FLOW_CURRENT, FLOW_REGISTERED, TRANSFER_CURRENT, TRANSFER_REGISTERED } from './claim-rules';
import { isHeld, judgeEntries, type EntryKind } from './entry-claims';
import { judgeMarker, judgeMissingMarkers } from './marker-claims';
import type { ClaimOutcome } from './outcome';
import { leftToRegister, ofWhole } from './part';
import { judgeTransfers } from './register-transfers';
import { judgeProperties } from './stated-properties';

export { CLAIM_RULES } from './all-rules';
export * from './change-rules';
export * from './drift-rules';
export { DEPLOYMENT_SHOWN, TYPE_KNOWN } from './shown-rules';
export { SUPPRESSION_REGISTERED, type ClaimRule } from './claim-rules';
export type { ClaimOutcome } from './outcome';
export { provedProperties } from './stated-properties';

const FLOWS: EntryKind = {
  noun: 'flow',
  property: 'Metadata.Lionrock.flows',
  registered: FLOW_REGISTERED,
  current: FLOW_CURRENT,
};

const TRANSFERS: EntryKind = {
  noun: 'transfer',
  property: 'Metadata.Lionrock.transfers',
  registered: TRANSFER_REGISTERED,
  current: TRANSFER_CURRENT,
};

/** By what claims are judged. */
export interface ClaimBasis {
  /** The authority; undefined where nobody gave it. */
  readonly registers: Registers | undefined;
  /** Instant of the judgement: it decides what has expired. */
  readonly now: Date;
  /** Its time zone tells when a last day ends, its regions what leaves. */
  readonly profile: Profile;
  /** Whether the templates are one part of an estate. */
  readonly part: boolean;
}

/** Holds what templates claim of themselves (`Metadata.Lionrock`) against the registers, which are the authority. */
export function judgeClaims(graph: Graph, { registers, now, profile, part }: ClaimBasis): readonly ClaimOutcome[] {
  const claiming = graph.templates.filter(({ claims }) => claims !== undefined);
  const today = claiming.length > 0 || registers ? dayAt(now, profile.timeZone) : '';
  const claimed = claiming.flatMap((template) => judgeTemplate(template, registers, today));
  if (part) return [...(registers ? claimed : claimed.map(leftToRegister)), ...ofWhole(graph, registers)];
  if (!registers) return claimed;
  return [
    ...claimed,
    ...judgeMissingMarkers(graph, registers),
    ...judgeProperties(graph, registers),
    ...judgeTransfers(graph, registers, profile, today),
  ];
}

function judgeTemplate(template: Template, registers: Registers | undefined, today: string): ClaimOutcome[] {
  const { flows = [], transfers = [] } = template.claims ?? {};
  return [
    ...judgeMarker(template, registers),
    ...judgeEntries(FLOWS, template, flows, registers && flowsFor(template, registers), today),
    ...judgeEntries(TRANSFERS, template, transfers, registers?.transfers, today),
  ];
}

/**
 * Tells which of the flows that templates claim count: those that the registers hold in the same words, and that have not
 * expired.
 * @param now Instant of the judgement.
 * @param timeZone Zone in which a last day ends.
 */
export function registeredFlows(
  registers: Registers,
  now: Date,
  timeZone: string,
): (flow: Flow, template: Template) => boolean {
  const today = dayAt(now, timeZone);
  return (flow, template) => isHeld(flow, flowsFor(template, registers), today);
}

/** Flows that a template may claim: those between networks, and those of its own account where it names one. */
function flowsFor(template: Template, registers: Registers): Registers['flows'] {
  const name = template.claims?.marker?.account;
  const own = registers.accounts.filter((account) =>
    template.account === undefined ? name === undefined || account.name === name : account.id === template.account,
  );
  return [...registers.flows, ...own.flatMap((account) => account.flows)];
}
