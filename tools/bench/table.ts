import type { Ours, Peer } from './measurement';

export interface Row {
  readonly departments: number;
  readonly ours: Ours;
  readonly peer: Peer;
}

type Column = readonly [group: string, title: string, width: number, value: (row: Row) => string];

const total = ({ ours }: Row): number => ours.synthSeconds + ours.gateSeconds;
const perThousand = (value: number, row: Row): string => ((value / row.ours.resources) * 1000).toFixed(2);

const COLUMNS: readonly Column[] = [
  ['', 'depts', 5, (row) => String(row.departments)],
  ['', 'stacks', 6, (row) => String(row.ours.stacks)],
  ['', 'resources', 9, (row) => String(row.ours.resources)],
  ['ours', 'synth s', 7, (row) => row.ours.synthSeconds.toFixed(2)],
  ['', 'gate s', 6, (row) => row.ours.gateSeconds.toFixed(2)],
  ['', 'MB', 5, (row) => row.ours.megabytes.toFixed(0)],
  ['', 's/1k', 5, (row) => perThousand(total(row), row)],
  ['', 'MB/1k', 5, (row) => ((row.ours.megabytes / row.ours.resources) * 1000).toFixed(0)],
  ['peer', 'synth s', 7, (row) => row.peer.seconds.toFixed(2)],
  ['', 'MB', 5, (row) => row.peer.megabytes.toFixed(0)],
  ['peer/ours', 'time', 5, (row) => (row.peer.seconds / total(row)).toFixed(2)],
];

/** Heading of the table: two lines, 76 columns. */
export function heading(): string {
  const groups = COLUMNS.reduce((line, [group, , width], index) => {
    const start = COLUMNS.slice(0, index).reduce((sum, [, , before]) => sum + before + 1, 0);
    // A group's name stands over its first column, and ends no further right than that column when it is longer.
    return group === '' ? line : `${line.padEnd(Math.min(start, start + width - group.length))}${group}`;
  }, '');
  return `${groups}\n${COLUMNS.map(([, title, width]) => title.padStart(width)).join(' ')}`;
}

/** One line of the table. */
export function line(row: Row): string {
  return COLUMNS.map(([, , width, value]) => value(row).padStart(width)).join(' ');
}

/** What shows that both sides really evaluated. */
export function evidence({ departments, ours, peer }: Row): string {
  return [
    `${departments}: ours gave ${ours.evaluated} answers, verdict ${ours.verdict};`,
    `peer reported ${peer.reported}, ${peer.acknowledged} acknowledged`,
  ].join(' ');
}
