import { useMemo, useRef, useState } from 'preact/hooks';
import type { ArrowKind, NetworkPassage, NetworkReview } from '../../../../model';
import type { NetworkMap } from '../../map';
import { STRINGS } from '../../strings';
import { useSpeech } from '../language';
import type { Addresses } from './chosen';
import { KIND_SIGNS } from './kind-mark';

const { network: words } = STRINGS;

export interface MatrixTableProps {
  readonly review: NetworkReview;
  readonly map: NetworkMap;
  readonly addresses: Addresses;
}

type Cell = { readonly row: number; readonly column: number };

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Every box of the map with every other. One cell is in the order of tabs; arrow keys lead to the others. */
export function MatrixTable({ review, map, addresses }: MatrixTableProps) {
  const { t } = useSpeech();
  const [current, setCurrent] = useState<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const passages = useMemo(() => passagesByCell(review, map), [review, map]);
  const names = map.boxes.map(({ places: [first = -1, ...others] }) => {
    const name = review.places[first]?.name ?? '';
    return others.length === 0 ? name : `${name} +${others.length}`;
  });
  const move = (event: KeyboardEvent): void => {
    const next = moved(current, event.key, names.length);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div class="scroll matrix" role="region" aria-label={t(words.matrix)}>
      <table ref={table} onKeyDown={move}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col" title={name}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.map((other, column) => (
                <MatrixCell
                  key={other}
                  at={{ row, column }}
                  title={`${name} → ${other}`}
                  isCurrent={current.row === row && current.column === column}
                  onCurrent={setCurrent}
                  review={review}
                  map={map}
                  addresses={addresses}
                  passage={passages.get(`${row} ${column}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where an arrow key leads; undefined for other keys. */
function moved(current: Cell, key: string, size: number): Cell | undefined {
  const step = STEPS[key];
  const within = (index: number): number => Math.min(Math.max(index, 0), size - 1);
  return step && { row: within(current.row + step.row), column: within(current.column + step.column) };
}

interface MatrixCellProps extends MatrixTableProps {
  readonly at: Cell;
  readonly title: string;
  /** Whether it is the one in the order of tabs. */
  readonly isCurrent: boolean;
  readonly onCurrent: (cell: Cell) => void;
  /** What leads from one of the places to one of the others by way of something. */
  readonly passage: NetworkPassage | undefined;
}

function MatrixCell({ at, title, isCurrent, onCurrent, review, map, addresses, passage }: MatrixCellProps) {
  const { t } = useSpeech();
  const { row, column } = at;
  const letter = kindOf(review, map, row, column);
  const through = letter === 'no' ? passage : undefined;
  const kind = through ? 'through' : letter;
  const pair = through ? ([through.from, through.to] as const) : pairOf(review, map, row, column);
  if (kind === undefined) return <td class="cell" />;
  return (
    <td class={`cell cell-${kind}`}>
      <a
        href={addresses.pair(...pair)}
        data-cell={`${row} ${column}`}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={t(STRINGS.arrow[kind])}
        title={`${title}: ${t(STRINGS.arrow[kind])}`}
        onFocus={() => onCurrent(at)}
      >
        {KIND_SIGNS[kind]}
      </a>
    </td>
  );
}

/** A box may hold several places: the first passage between any two of theirs, by row and column. */
function passagesByCell({ passages }: NetworkReview, { boxes }: NetworkMap): ReadonlyMap<string, NetworkPassage> {
  const home = new Map(boxes.flatMap(({ places }, index) => places.map((place) => [place, index] as const)));
  const found = new Map<string, NetworkPassage>();
  for (const passage of passages) {
    const cell = `${home.get(passage.from)} ${home.get(passage.to)}`;
    if (!found.has(cell)) found.set(cell, passage);
  }
  return found;
}

type CellKind = ArrowKind | 'no' | 'within';

/** Letters of the matrix, see `CELL_LETTERS`. */
const KINDS: Readonly<Record<string, CellKind>> = {
  d: 'declared',
  u: 'undeclared',
  p: 'possible',
  '?': 'unknown',
  i: 'impossible',
  '.': 'no',
  w: 'within',
};

/** Undefined for what is outside with itself. */
function kindOf(
  { matrix }: NetworkReview,
  { boxes, lines }: NetworkMap,
  row: number,
  column: number,
): CellKind | undefined {
  const line = lines.findLast(({ from, to }) => from === row && to === column);
  const letter = matrix.rows[boxes[row]?.places[0] ?? -1]?.[boxes[column]?.places[0] ?? -1];
  return line?.kind ?? KINDS[letter ?? ''];
}

/** The pair that a cell leads to: one of which something passes, where there is one. */
function pairOf(
  { arrows }: NetworkReview,
  { boxes, lines }: NetworkMap,
  row: number,
  column: number,
): readonly [from: number, to: number] {
  const line = lines.findLast(({ from, to }) => from === row && to === column);
  const arrow = arrows[line?.arrows[0] ?? -1];
  return arrow ? [arrow.from, arrow.to] : [boxes[row]?.places[0] ?? -1, boxes[column]?.places[0] ?? -1];
}
