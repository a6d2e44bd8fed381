/** Excel takes a file for one of the machine's own code page unless it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | undefined;

/** A table for a spreadsheet, by RFC 4180; no cell is taken for a formula. */
export function csvOf(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${[names, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** Marked as text where a spreadsheet would compute it (https://owasp.org/www-community/attacks/CSV_Injection). */
function cellOf(value: Cell): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
