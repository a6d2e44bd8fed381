import type { Finding, GateResult, RunError, Warning } from '../../model';
import { paintFor, visible, wrap, type Paint } from '../layout';
import { groupLines, passLine, titleLine } from './finding-lines';
import { groupsOf, type Group } from './group';
import { summaryLines } from './summary-lines';

/** Errors and warnings that are shown one by one; the rest is counted. */
const SHOWN = 20;

/** Rules whose findings are told in full; of the others, which are less grave, only the titles. */
const IN_FULL = 25;
const OTHERS = wrap('the last ones by title only: "lionrock explain RULE" says more', 9);

export interface TextReportOptions {
  /** Use the colours of a terminal. @default false */
  readonly color?: boolean;
}

/**
 * A result for people, in 80 columns: what is wrong, why, how to mend it and where, rule by rule, the worst first; then
 * the sums and the verdict. Its length is bounded: thousands of findings are
 * a few hundred lines.
 */
export function textReport(result: GateResult, options: TextReportOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  const groups = groupsOf(result.findings);
  const passed = groups.filter(({ status }) => status === 'pass').map((group) => passLine(group, paint));
  const lines = [
    ...findingsLines(
      groups.filter(({ status }) => status !== 'pass'),
      paint,
    ),
    ...(passed.length > 0 ? [...passed, ''] : []),
    ...section('WARNING', result.warnings.map(warningLines), paint.doubt, paint),
    ...section('ERROR', result.errors.map(errorLines), paint.bad, paint),
    ...summaryLines(result, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function findingsLines(groups: readonly Group[], paint: Paint): string[] {
  const others = groups.slice(IN_FULL);
  return [
    ...groups.slice(0, IN_FULL).flatMap((group) => groupLines(group, paint)),
    ...(others.length > 0 ? [...others.map((group) => titleLine(group, paint)), ...OTHERS.map(paint.dim), ''] : []),
  ];
}

/** One finding for people, as it stands in the text report. */
export function findingText(finding: Finding, options: TextReportOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  return `${groupLines({ status: finding.status, findings: [finding] }, paint).join('\n')}\n`;
}

function section(word: string, entries: readonly string[][], colour: Paint['bad'], paint: Paint): string[] {
  if (entries.length === 0) return [];
  const more = entries.length - SHOWN;
  return [
    ...entries.slice(0, SHOWN).flatMap(([first = '', ...rest]) => [`${colour(word)}  ${paint.bold(first)}`, ...rest]),
    ...(more > 0 ? [paint.dim(`  … and ${more} more; --format json lists all`)] : []),
    '',
  ];
}

function errorLines({ path, line, kind, message }: RunError): string[] {
  return [`${visible(path)}${line === undefined ? '' : `:${line}`} (${kind})`, ...wrap(message, 9)];
}

function warningLines({ kind, message, subject }: Warning): string[] {
  return [`${visible(subject)} (${kind})`, ...wrap(message, 9)];
}
