import type { Finding } from '../../model';
import type { OscalInput } from './input';

/** What the run says of a control. */
export type Standing =
  /** A rule answered, and nothing is open. */
  | 'shown'
  /** Something fails. */
  | 'failed'
  /** Nothing fails, and something could not be decided. */
  | 'undecided'
  /** Nothing is open but what waivers cover. */
  | 'waived'
  /** No rule answered. */
  | 'not judged';

export interface JudgedControl {
  /** A control of the catalogue, or the rule of another engine that maps to none. */
  readonly id: string;
  readonly kind: 'control' | 'rule';
  readonly findings: readonly Finding[];
  readonly standing: Standing;
}

/** What was judged, by control: those on which a rule answered, in the order of their ids. */
export function judgedControls({ result }: OscalInput): readonly JudgedControl[] {
  const byControl = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const key = keyOf(finding.control, finding.rule);
    const members = byControl.get(key);
    if (members) members.push(finding);
    else byControl.set(key, [finding]);
  }
  const answered = result.controls.map((control) => keyOf(control, ''));
  return [...new Set([...answered, ...byControl.keys()])].toSorted().map((key) => {
    const isRule = key.startsWith(RULE);
    const id = key.slice((isRule ? RULE : CONTROL).length);
    const findings = byControl.get(key) ?? [];
    return { id, kind: isRule ? 'rule' : 'control', findings, standing: standingOf(findings, result) };
  });
}

const RULE = 'rule:';
const CONTROL = 'control:';

function keyOf(control: string | null, rule: string): string {
  return control === null ? `${RULE}${rule}` : `${CONTROL}${control}`;
}

/** What could not be read or evaluated may hold anything, so that with it nothing is shown. */
function standingOf(findings: readonly Finding[], { errors }: OscalInput['result']): Standing {
  const has = (status: Finding['status']) => findings.some((finding) => finding.status === status);
  if (has('fail')) return 'failed';
  if (has('unknown') || errors.length > 0) return 'undecided';
  return has('waived') ? 'waived' : 'shown';
}
