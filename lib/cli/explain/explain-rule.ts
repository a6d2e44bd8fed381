import { labelled, type Paint } from '../../report/layout';
import type { RuleInfo } from './rule-info';

const COLUMN = 13;

/** A rule in words: what it finds wrong, how to mend it, and which control it evidences. */
export function explainRule(rule: RuleInfo, paint: Paint): string[] {
  return [
    paint.bold(rule.id),
    ...labelled('Fails when', rule.message, 2, COLUMN + 2),
    ...labelled('Fix', rule.remediation, 2, COLUMN + 2),
    ...labelled('Judges', rule.judges.join(', '), 2, COLUMN + 2),
    ...labelled('Severity', rule.severity, 2, COLUMN + 2),
    ...labelled('Reported as', rule.category, 2, COLUMN + 2),
    ...(rule.blocksFrom === undefined
      ? []
      : labelled('Blocks from', `${rule.blocksFrom}; before that day its findings are warnings`, 2, COLUMN + 2)),
    '',
    'It evidences this control:',
    '',
  ];
}
