import type { Finding, GateResult } from '../../lib/model';
import type { Mutant } from './assembly';

/** What judged a mutant says of it. */
export interface Judgement extends Pick<GateResult, 'verdict'> {
  readonly findings: readonly Pick<Finding, 'status' | 'control' | 'rule'>[];
}

export interface Outcome {
  readonly mutant: Mutant;
  /** `missed`: the gate passes it; `misnamed`: it is blocked, but by none of the controls that it breaks. */
  readonly kind: 'blocked' | 'missed' | 'misnamed';
  /** Controls of the findings that fail, each with one of its rules. */
  readonly named: readonly string[];
}

export function outcomeOf(mutant: Mutant, { verdict, findings }: Judgement): Outcome {
  const failing = findings.filter(({ status }) => status === 'fail');
  const named = [...new Map(failing.map(({ control, rule }) => [control, `${control ?? '-'} ${rule}`])).values()];
  const controls = new Set(failing.map(({ control }) => control));
  const isNamed = mutant.operator.controls.some((control) => controls.has(control));
  if (verdict !== 'fail') return { mutant, kind: 'missed', named: [`verdict ${verdict}`, ...named] };
  return { mutant, kind: isNamed ? 'blocked' : 'misnamed', named };
}

/** One line: what was weakened, where, and what blocks it. */
export function outcomeLine({ mutant: { operator, path, logicalId }, kind, named }: Outcome): string {
  const stack = path.split('/').at(-1)?.replace('.template.json', '') ?? path;
  const by = kind === 'blocked' ? named.filter((each) => operator.controls.some((id) => each.startsWith(id))) : named;
  const mark = kind === 'blocked' ? 'ok      ' : kind.padEnd(8);
  return `${mark} ${operator.name.padEnd(44)} ${by.slice(0, 2).join(', ')}\n           ${stack} ${logicalId}`;
}
