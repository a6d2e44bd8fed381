import type { Finding } from '../../model';
import { labelled, paintFor, visible, wrap, type Paint } from '../layout';
import { groupLines } from '../text/finding-lines';
import { groupsOf } from '../text/group';
import { subjectOf } from '../words';
import type { Change } from './change';

/** Fixed findings that are listed; the others are counted. */
const SHOWN = 20;

/** A change as text: the same change gives the same bytes. */
export function changeJson(change: Change): string {
  return `${JSON.stringify(change, undefined, 2)}\n`;
}

/** A change for people, in 80 columns: what is weakened, what is new, what is fixed, then the sums. */
export function changeText(change: Change, { color = false }: { readonly color?: boolean } = {}): string {
  const paint = paintFor(color);
  const { weakened, fixed, errors, summary } = change;
  const { new: all, unchanged } = summary;
  const sums = `${weakened.length} weakened, ${all - weakened.length} new, ${fixed.length} fixed, ${unchanged} unchanged`;
  const lines = [
    ...section('Weakened by the change', weakened, paint),
    ...section('New', change.new, paint),
    ...fixedLines(fixed, paint),
    ...errors.flatMap(({ path, message }) => [`${paint.bad('ERROR')}  ${visible(path)}`, ...wrap(message, 7), '']),
    ...labelled('Compared', `${change.before} with ${change.after}`, 0, 11),
    ...labelled('Change', sums, 0, 11),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, findings: readonly Finding[], paint: Paint): readonly string[] {
  if (findings.length === 0) return [];
  return [paint.bold(title), '', ...groupsOf(findings).flatMap((group) => groupLines(group, paint))];
}

function fixedLines(fixed: readonly Finding[], paint: Paint): readonly string[] {
  if (fixed.length === 0) return [];
  const more = fixed.length - SHOWN;
  return [
    paint.bold('Fixed'),
    '',
    ...fixed.slice(0, SHOWN).flatMap((finding) => wrap(`${finding.rule}: ${subjectOf(finding)}`, 2)),
    ...(more > 0 ? [`  … and ${more} more; --format json lists all`] : []),
    '',
  ];
}
