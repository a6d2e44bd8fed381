import type { ArchiveKind } from '../archive-names';

/** Columns, in their order: name to type as in Hive. */
export type Columns = Readonly<Record<string, string>>;

/** How files of a kind of log are read. */
export interface LogFormat {
  readonly library: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** @default text */
  readonly inputFormat?: string;
  /** Lines at the beginning of each file that are no logs. @default none */
  readonly headerLines?: number;
}

/**
 * A part of the path by which a query is narrowed. `accounts` and `regions` are those that the archive serves; a list is
 * what the part can be; of `any` the query must name the value; a day has its format.
 */
export type Partition =
  { readonly from: 'accounts' | 'regions' | 'any' } | { readonly values: readonly string[] } | { readonly day: string };

/** One kind of log as Athena sees it. */
export interface LogTable {
  readonly name: string;
  readonly kind: ArchiveKind;
  readonly description: string;
  readonly columns: Columns;
  readonly format: LogFormat;
  /** Path below the bucket, with `${partition}`; ends with a slash. */
  readonly path: string;
  readonly partitions: Readonly<Record<string, Partition>>;
}

/** Where logs of most services lie. */
export const ACCOUNT: Partition = { from: 'accounts' };
export const REGION: Partition = { from: 'regions' };
export const DAY: Partition = { day: 'yyyy/MM/dd' };

/** One JSON object on each line; names of columns match whatever their case. */
export const JSON_LINES: LogFormat = { library: 'org.openx.data.jsonserde.JsonSerDe' };

/** The columns of some names, all of one type. */
export function columns(names: readonly string[], type = 'string'): Columns {
  return Object.fromEntries(names.map((name) => [name.replaceAll('-', '_'), type]));
}

/** Names between blanks and line ends. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
