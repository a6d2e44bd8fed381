import { stringify } from 'csv-stringify/sync';
import { controlById } from '../../controls';
import type { Finding, GateResult, JudgedWaiver } from '../../model';
import { justificationOf, wayOf } from '../words';

/** Excel takes a file for one of the machine's own code page unless it begins with this; other readers pass over it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Longest text that a cell of Excel holds. */
const MAX_CELL = 32_767;

type Column = readonly [name: string, of: (finding: Finding, waivers?: readonly JudgedWaiver[]) => unknown];

const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['severity', ({ severity }) => severity],
  ['rule', ({ rule }) => rule],
  ['control', ({ control }) => control],
  ['control_title', ({ control }) => (control === null ? '' : controlById(control)?.title)],
  ['category', ({ category }) => category],
  ['message', ({ message }) => message],
  ['remediation', ({ remediation }) => remediation],
  ['template', ({ template }) => template],
  ['line', ({ location }) => location?.line],
  ['column', ({ location }) => location?.column],
  ['logical_id', ({ logicalId }) => logicalId],
  ['resource_type', ({ resourceType }) => resourceType],
  ['construct_path', ({ constructPath }) => constructPath],
  ['property', ({ property }) => property],
  ['source', ({ source }) => (source ? `${source.file}:${source.line}:${source.column}` : '')],
  ['observed', ({ evidence }) => evidence?.observed],
  ['expected', ({ evidence }) => evidence?.expected],
  ['because', ({ evidence }) => evidence?.because],
  ['witness', wayOf],
  ['waiver', ({ waiver }) => waiver],
  ['justification', justificationOf],
  ['baseline_state', ({ baselineState }) => baselineState],
  ['frameworks', ({ frameworks = {} }) => Object.entries(frameworks).map(clausesText).join('; ')],
];

/** Findings for a spreadsheet, a line each, in UTF-8 by RFC 4180; no cell is taken for a formula. */
export function csvReport({ findings, waivers }: GateResult): string {
  const rows = findings.map((finding) => COLUMNS.map(([, of]) => cell(of(finding, waivers))));
  const text = stringify([COLUMNS.map(([name]) => name), ...rows], {
    record_delimiter: 'windows',
    // A line feed or carriage return alone would end the record for some readers.
    quoted_match: /[\r\n]/,
  });
  return `${BYTE_ORDER_MARK}${text}`;
}

function clausesText([framework, clauses]: readonly [string, readonly string[]]): string {
  return `${framework} ${clauses.join(' ')}`;
}

/**
 * A value as text; it is marked as such where a spreadsheet would compute it
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const guarded = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return guarded.length > MAX_CELL ? `${guarded.slice(0, MAX_CELL - 1)}…` : guarded;
}
