import { controlById } from '../../lib/controls';
import type { Rule, RuleResult } from '../../lib/rules';
import { evidenceOf } from '../../lib/rules/evidence';

/** Longest part of what was observed that a case shows. */
const MAX_OBSERVED = 160;

/** What a person reads of a result, in a line: `fail Properties.KmsKeyId: not set, expected set`. */
export function said(rule: Rule, result: RuleResult): string {
  const { status, property, subject, on, witness } = result;
  const category = rule.category ?? controlById(rule.control)?.category ?? 'change-control';
  const evidence = evidenceOf(result, property === undefined ? { category } : { category, property });
  const words = [
    evidence?.observed === undefined ? [] : shortened(textOf(evidence.observed)),
    evidence?.expected === undefined ? [] : `expected ${textOf(evidence.expected)}`,
    evidence?.because === undefined ? [] : `because ${evidence.because}`,
    witness === undefined ? [] : `by ${witness.length} hops`,
  ].flat();
  const place = [status, on?.logicalId ?? [], property ?? [], subject === undefined ? [] : `(${subject})`].flat();
  return words.length === 0 ? place.join(' ') : `${place.join(' ')}: ${words.join(', ')}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shortened(text: string): string {
  return text.length > MAX_OBSERVED ? `${text.slice(0, MAX_OBSERVED)}…` : text;
}
