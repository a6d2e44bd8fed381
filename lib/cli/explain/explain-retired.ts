import type { Retired } from '../../rules';
import { labelled, type Paint } from '../../report/layout';

const COLUMN = 13;

/** An id that is no longer in use: since when, why, and what has taken its place. */
export function explainRetired({ id, replacedBy, since, why }: Retired, paint: Paint): string[] {
  const successors = replacedBy.length > 0 ? replacedBy.join(', ') : 'nothing: no rule judges it any more';
  return [
    `${paint.bold(id)}  is no longer in use`,
    ...labelled('Since', `rule set ${since}`, 2, COLUMN + 2),
    ...labelled('Why', why, 2, COLUMN + 2),
    ...labelled('Replaced by', successors, 2, COLUMN + 2),
  ];
}
