import { FRAMEWORK_NAMES, type Control, type FrameworkReference } from '../../controls';
import { labelled, wrap, type Paint } from '../../report/layout';
import type { RuleInfo } from './rule-info';

const COLUMN = 13;

/** A control in words: what must hold, how bad it is when it does not, who asks for it, and what evidences it. */
export function explainControl(control: Control, rules: readonly RuleInfo[], paint: Paint): string[] {
  const evidencing = rules.filter((rule) => rule.control?.id === control.id).map(({ id }) => id);
  return [
    `${paint.bold(control.id)}  ${paint.bold(control.title)}`,
    ...wrap(control.statement, 2),
    '',
    ...labelled('Severity', severityText(control), 0, COLUMN),
    ...labelled('Topic', `${control.area}, reported as ${control.category}`, 0, COLUMN),
    ...labelled('Enforced', ENFORCEMENT[control.enforcement], 0, COLUMN),
    ...labelled(
      'Applies to',
      `${control.classifications.join(', ')}; systems of tier ${control.systemTier} and above`,
      0,
      COLUMN,
    ),
    ...sourceLines(control.frameworks),
    ...(control.note === undefined ? [] : labelled('Note', control.note, 0, COLUMN)),
    ...rulesLines(evidencing, control.uncovered),
  ];
}

const ENFORCEMENT: Readonly<Record<Control['enforcement'], string>> = {
  preventive: 'before deployment: what breaks it is refused',
  detective: 'in operation: what breaks it is found',
  evidence: 'by evidence that people keep',
};

function severityText({ severity, rating: { impact, exposure, irreversibility } }: Control): string {
  return `${severity} (impact ${impact}, exposure ${exposure}, irreversibility ${irreversibility}, each of 3)`;
}

function sourceLines(references: readonly FrameworkReference[]): string[] {
  if (references.length === 0) return labelled('Sources', 'none: the control is ours', 0, COLUMN);
  return references.flatMap(({ framework, clauses, status }, index) =>
    labelled(
      index === 0 ? 'Sources' : '',
      `${FRAMEWORK_NAMES[framework] ?? framework}: ${clauses.join(', ')} (${status})`,
      0,
      COLUMN,
    ),
  );
}

function rulesLines(ids: readonly string[], uncovered = ''): string[] {
  if (ids.length === 0) return labelled('Rules', `none. ${uncovered}`, 0, COLUMN);
  return ids.flatMap((id, index) => labelled(index === 0 ? 'Rules' : '', id, 0, COLUMN));
}
