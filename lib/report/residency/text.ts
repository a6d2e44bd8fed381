import type { ResidencyPath, ResidencyProof, ResidencyTransfer } from '../../model';
import { counted, paintFor, wrap, type Paint } from '../layout';

const HEADINGS = {
  fail: 'Leaves, and no transfer covers it',
  unknown: 'May leave: something is not known',
  pass: 'Leaves by a declared transfer',
} as const;

const STATUSES = ['fail', 'unknown', 'pass'] as const;

/** The proof for people, in 80 columns: what can leave, by which way, to where, and which transfer covers it. */
export function residencyText(
  { paths, transfers }: ResidencyProof,
  options: { readonly color?: boolean } = {},
): string {
  const paint = paintFor(options.color ?? false);
  const lines = [
    ...STATUSES.flatMap((status) =>
      section(
        status,
        paths.filter((path) => path.status === status),
        paint,
      ),
    ),
    ...transferLines(transfers, paint),
    summary(paths),
  ];
  return `${lines.join('\n')}\n`;
}

function section(status: ResidencyPath['status'], paths: readonly ResidencyPath[], paint: Paint): readonly string[] {
  if (paths.length === 0) return [];
  const colour = { fail: paint.bad, unknown: paint.doubt, pass: paint.good }[status];
  return [colour(HEADINGS[status]), ...paths.flatMap((path) => pathLines(path, paint)), ''];
}

function pathLines(path: ResidencyPath, paint: Paint): readonly string[] {
  const { kind, destination, classification, transfer, severity, logicalId, type, template, location } = path;
  const held = classification === undefined ? '' : ` (${classification})`;
  const by = transfer === null ? '' : `, by transfer ${transfer}`;
  const where = logicalId === '' ? template : `${logicalId} (${type})`;
  const place = location ? `${location.file}:${location.line}` : template;
  return [
    ...wrap(`${kind}${held} to ${destination}${by}: ${where}`, 2).map(paint.bold),
    ...wrap(path.message, 4),
    ...wrap(`${severity}, ${place}${path.property === '' ? '' : ` ${path.property}`}`, 4).map(paint.dim),
  ];
}

function transferLines(transfers: readonly ResidencyTransfer[], paint: Paint): readonly string[] {
  if (transfers.length === 0) return [];
  const lines = transfers.flatMap(({ id, status, paths, problems }) => [
    ...wrap(`${id}: ${status}, covers ${counted(paths, 'way')} out`, 2),
    ...problems.flatMap(({ message }) => wrap(message, 4)).map(paint.bad),
  ]);
  return [paint.bold('Transfers of the register'), ...lines, ''];
}

function summary(paths: readonly ResidencyPath[]): string {
  if (paths.length === 0) return 'Nothing leaves the jurisdiction by a way that is known.';
  const count = (status: ResidencyPath['status']): number => paths.filter((path) => path.status === status).length;
  return `${counted(paths.length, 'way')} out: ${count('fail')} not declared, ${count('unknown')} not known, ${count('pass')} declared`;
}
