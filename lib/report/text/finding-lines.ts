import { controlById } from '../../controls';
import type { Finding } from '../../model';
import { labelled, visible, wrap, WIDTH, type Paint } from '../layout';
import { detailsOf, placeOf, subjectOf, wayOf, whatOf } from '../words';
import type { Group } from './group';

/** Places that are shown of one group; the rest is counted, and stands in the JSON result. */
const SHOWN = 5;
const COLUMN = 9;

const IN_BASELINE = { new: 'new', unchanged: 'in the baseline' };

/** What is wrong, why it matters, how to mend it, what was found, and where it is. */
export function groupLines(group: Group, paint: Paint): string[] {
  const [first] = group.findings;
  const shown = group.findings.slice(0, SHOWN);
  const more = group.findings.length - shown.length;
  const details = shown.map(detailsOf);
  const common = new Set(details).size === 1 ? details[0] : undefined;
  return [
    titleLine(group, paint),
    ...labelled('What', whatOf(first), 2, COLUMN),
    ...why(first),
    ...(group.status === 'waived' ? [] : labelled('Fix', first.remediation, 2, COLUMN)),
    ...(common === undefined || common === '' ? [] : labelled('Found', common, 2, COLUMN)),
    ...shown.flatMap((finding, index) => [
      ...placeLines(finding, index === 0 ? 'Where' : '', paint),
      ...(common === undefined ? wrap(details[index] ?? '', COLUMN + 2) : []),
      ...wrap(wayOf(finding), COLUMN + 2),
      ...wrap(codeOf(finding), COLUMN + 2),
    ]),
    ...(more > 0 ? wrap(`… and ${more} more; --format json lists all`, COLUMN).map(paint.dim) : []),
    '',
  ];
}

/** One line for all that passes a rule. */
export function passLine({ findings }: Group, paint: Paint): string {
  const [{ rule, control }] = findings;
  return `${paint.good('PASS')}     ${rule}${control === null ? '' : ` (${control})`}: ${findings.length}`;
}

/** Status, severity, rule, and how often; against a baseline also whether that is new. */
export function titleLine({ status, findings }: Group, paint: Paint): string {
  const [{ severity, rule, baselineState }] = findings;
  const word = status.toUpperCase().padEnd(COLUMN - 2);
  const count = `${findings.length} ${baselineState === undefined ? 'found' : IN_BASELINE[baselineState]}`;
  const left = `${word}  ${severity}  ${rule}`;
  const colour = status === 'fail' ? paint.bad : paint.doubt;
  const gap = ' '.repeat(Math.max(2, WIDTH - left.length - count.length));
  return `${colour(word)}  ${colour(severity)}  ${paint.bold(rule)}${gap}${paint.dim(count)}`;
}

function why({ control, frameworks = {} }: Finding): string[] {
  const found = control === null ? undefined : controlById(control);
  if (!found) return [];
  const clauses = frameworks['s17'] ?? [];
  const source = clauses.length > 0 ? ` (S17 ${clauses.join(', ')})` : '';
  return labelled('Why', `${found.id} ${found.title}: ${found.statement}${source}`, 2, COLUMN);
}

/** The code behind a resource, where it is known. */
function codeOf({ source }: Finding): string {
  return source ? `made at ${source.file}:${source.line}:${source.column}` : '';
}

/** Where it is: one line if it fits, else two. */
function placeLines(finding: Finding, label: string, paint: Paint): string[] {
  const place = visible(placeOf(finding));
  const subject = visible(subjectOf(finding));
  const head = `  ${label}`.padEnd(COLUMN);
  if (COLUMN + place.length + 2 + subject.length <= WIDTH) return [`${head}${paint.bold(place)}  ${subject}`];
  return [`${head}${paint.bold(place)}`, ...wrap(subject, COLUMN + 2)];
}
