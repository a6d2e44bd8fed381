import { CELL_LETTERS, type NetworkArrow, type NetworkMatrix, type ReachabilityMatrix } from '../../../model';
import type { Book } from './book';

/** Of more places than this it is told only what stops those outside: what becomes of all else takes too long. */
const MOST_PLACES = 40;

/** Every place with every other, in letters; and what stops what does not pass. */
export function matrixReview(
  { cells, zones }: Pick<ReachabilityMatrix, 'cells' | 'zones'>,
  arrows: readonly NetworkArrow[],
  book: Book,
): NetworkMatrix {
  const names = zones.map(({ name }) => name);
  const outside = new Set(zones.filter(({ by }) => by === 'outside').map(({ name }) => name));
  const size = names.length;
  const position = new Map(names.map((name, index) => [name, index]));
  const letters = names.map(() => names.map((): string => CELL_LETTERS.none));
  const told = (from: string): boolean => size <= MOST_PLACES || outside.has(from);
  const blocked = names.map((name) => (told(name) ? names.map(() => -1) : []));
  for (const cell of cells) {
    const [from = -1, to = -1] = [position.get(cell.from), position.get(cell.to)];
    put(letters, from, to, from === to && cell.answer !== 'no' ? CELL_LETTERS.within : CELL_LETTERS.no);
    if (cell.answer === 'no' && told(cell.from)) put(blocked, from, to, book.block(cell.blockedBy));
  }
  for (const { from, to, kind } of arrows) put(letters, from, to, CELL_LETTERS[kind]);
  return { rows: letters.map((row) => row.join('')), blocks: book.blocks, blocked };
}

function put<T>(rows: readonly T[][], row: number, column: number, value: T): void {
  const list = rows[row];
  if (list) list[column] = value;
}
