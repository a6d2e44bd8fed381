import type { Control } from '../controls';
import { evidenceOf } from '../rules/evidence';
import type { Found } from './found';
import type { PackDefinition } from './pack-definition';

/**
 * What a violation says: what is wrong, what was observed and expected, which control asks for it by which clauses.
 * @param pack Decides which clauses are named.
 * @param verbose Whether it says what the control states as well.
 */
export function describeFound(found: Found, pack: PackDefinition, verbose: boolean): string {
  const { rule, control, result } = found;
  const { property } = result;
  const category = rule.category ?? control.category;
  const { observed, expected, because } =
    evidenceOf(result, { category, ...(property === undefined ? {} : { property }) }) ?? {};
  const sentences = [
    result.status === 'unknown' ? `Could not be decided: because ${because ?? 'the value is not known'}.` : '',
    result.status === 'unknown' ? `What must not be: ${rule.message}` : rule.message,
    observed === undefined ? '' : `Observed${property === undefined ? '' : ` in ${property}`}: ${inWords(observed)}.`,
    expected === undefined ? '' : `Expected: ${inWords(expected)}.`,
    `Control ${control.id}, ${control.title}${clausesOf(control, pack)}.`,
    verbose ? control.statement : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Facts of a violation for programs. */
export function metadataOf({ rule, control, result }: Found): Record<string, string> {
  return {
    rule: rule.id,
    control: control.id,
    status: result.status,
    severity: rule.severity ?? control.severity,
    category: rule.category ?? control.category,
    ...Object.fromEntries(control.frameworks.map(({ framework, clauses }) => [framework, clauses.join(', ')])),
  };
}

function clausesOf({ frameworks }: Control, { cites, clauses: only }: PackDefinition): string {
  const cited = frameworks.flatMap(({ framework, clauses, status }) => {
    const named = clauses.filter((clause) => only?.has(clause) ?? true);
    const isCited = named.length > 0 && cites.includes(framework);
    return isCited ? [`${framework} ${named.join(', ')}${status === 'verified' ? '' : ` [${status}]`}`] : [];
  });
  return cited.length === 0 ? '' : ` (${cited.join('; ')})`;
}

function inWords(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
