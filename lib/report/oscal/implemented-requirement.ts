import type { Control } from '../../controls';
import { constructsFor } from './component-definition';
import { controlFindingUuid } from './control-findings';
import { systemName, type OscalInput } from './input';
import type { JudgedControl, Standing } from './judged-controls';
import { OSCAL_FILES } from './names';
import { property } from './property';
import { paragraphs } from './text';
import { GATE_UUID } from './tool';
import { uuidOf } from './uuid';

type State = 'implemented' | 'partial' | 'alternative' | 'planned' | 'not-applicable';

/** What OSCAL calls how far a control is implemented. A waiver states what limits the risk instead. */
const STATES: Readonly<Record<Standing, State>> = {
  shown: 'implemented',
  failed: 'partial',
  undecided: 'partial',
  waived: 'alternative',
  'not judged': 'planned',
};

/** What the plan says of a control: what the run showed of it, and what is left to the department. */
export function implementedRequirement(
  input: OscalInput,
  control: Control,
  judged: JudgedControl | undefined,
  system: string,
): object {
  const { id, uncovered } = control;
  const of = (...names: readonly string[]) => uuidOf('requirement', systemName(input), id, ...names);
  const state = stateOf(input, control, judged);
  const rules = input.rules.flatMap((rule) => (rule.control === id ? [rule.id] : []));
  const isLeft = state === 'planned';
  const byGate = {
    'component-uuid': GATE_UUID,
    uuid: of('gate'),
    description: `Judged by ${rules.join(', ')}.`,
    props: rules.map((rule) => property('rule', rule)),
    links: [{ href: `${OSCAL_FILES['assessment-results']}#${controlFindingUuid(input, id)}`, rel: 'evidence' }],
  };
  return {
    uuid: of(),
    'control-id': id,
    props: [
      // OSCAL's own names for whose part it is.
      { name: 'control-origination', value: isLeft ? 'customer-provided' : 'system-specific' },
      property('responsibility', isLeft ? 'department' : 'shared'),
    ],
    'responsible-roles': [{ 'role-id': 'department' }, ...(isLeft ? [] : [{ 'role-id': 'central-team' }])],
    'by-components': [
      {
        'component-uuid': system,
        uuid: of('system'),
        description: paragraphs(statementOf(judged, state, control), offered(id), isLeft ? uncovered : undefined),
        'implementation-status': { state },
      },
      ...listedIf(judged !== undefined && rules.length > 0, byGate),
    ],
  };
}

function listedIf<T>(condition: boolean, item: T): readonly T[] {
  return condition ? [item] : [];
}

/** A control of a higher tier than any account has does not apply; without a config nothing is known of tiers. */
function stateOf({ system }: OscalInput, { systemTier }: Control, judged: JudgedControl | undefined): State {
  const tiers = system?.accounts.map((account) => account.systemTier) ?? [];
  if (tiers.length > 0 && Math.max(...tiers) < systemTier && judged === undefined) return 'not-applicable';
  return STATES[judged?.standing ?? 'not judged'];
}

function statementOf(judged: JudgedControl | undefined, state: State, { systemTier }: Control): string {
  if (state === 'not-applicable') return `For systems of tier ${systemTier} and above; no account is of such a tier.`;
  if (!judged) return 'To be written by the department: nothing in the templates was judged for this control.';
  const { findings, standing } = judged;
  const waivers = [...new Set(findings.flatMap(({ waiver }) => waiver ?? []))];
  const number = (status: string) => findings.filter((finding) => finding.status === status).length;
  const sums = `${number('fail')} failed, ${number('unknown')} undecided, ${number('waived')} waived`;
  const evidence: Readonly<Record<Standing, string>> = {
    shown: 'The templates show it: every rule that had something to judge passed.',
    failed: `The templates show that it does not hold everywhere: ${sums}.`,
    undecided: `The templates do not decide it: ${sums}, or something could not be read.`,
    waived: `It holds but for approved exceptions: ${waivers.join(', ')}.`,
    'not judged': 'To be written by the department.',
  };
  return `${evidence[standing]} The department adds what templates cannot show.`;
}

function offered(control: string): string | undefined {
  const names = constructsFor(control);
  return names.length === 0 ? undefined : `Constructs of Lionrock that implement it: ${names.join(', ')}.`;
}
