import type { NetworkPassage, ReachabilityCell } from '../../../model';
import type { Book } from './book';

/** What reaches places by way of load balancers, endpoints of services and the like, pair by pair. */
export function passagesReview(
  cells: readonly ReachabilityCell[],
  book: Book,
  position: (place: string) => number | undefined,
): readonly NetworkPassage[] {
  return cells.flatMap((cell): readonly NetworkPassage[] => {
    const [from, to] = [position(cell.from), position(cell.to)];
    if (from === undefined || to === undefined || from === to) return [];
    return cell.through.map(({ answer, by, traffic, received, witness, unresolved }) => ({
      from,
      to,
      answer,
      by: book.way(by),
      traffic,
      received,
      way: book.way(witness),
      unresolved,
    }));
  });
}
