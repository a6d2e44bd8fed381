import { csvOf } from '../ui/csv';
import type { Row } from './filter';

const COLUMNS: readonly (readonly [string, (row: Row) => string | number | undefined])[] = [
  ['id', ({ finding }) => finding.id],
  ['status', ({ finding }) => finding.status],
  ['severity', ({ rule }) => rule.severity],
  ['rule', ({ rule }) => rule.id],
  ['control', ({ rule }) => rule.control],
  ['category', ({ rule }) => rule.category],
  ['message', ({ rule }) => rule.message],
  ['remediation', ({ rule }) => rule.remediation],
  ['account', ({ template }) => template.account],
  ['template', ({ template }) => template.path],
  ['line', ({ finding }) => finding.location?.line],
  ['logical_id', ({ finding }) => finding.logicalId],
  ['resource_type', ({ finding }) => finding.resourceType],
  ['construct_path', ({ finding }) => finding.constructPath],
  ['property', ({ finding }) => finding.property],
  ['observed', ({ finding }) => finding.observed],
  ['expected', ({ finding }) => finding.expected],
  ['because', ({ finding }) => finding.because],
  ['waiver', ({ finding }) => finding.waiver],
  ['baseline_state', ({ finding }) => finding.state],
];

/** Findings for a spreadsheet, by the column names of `gate --format csv`. */
export function findingsCsv(rows: readonly Row[]): string {
  return csvOf(
    COLUMNS.map(([name]) => name),
    rows.map((row) => COLUMNS.map(([, of]) => of(row))),
  );
}
