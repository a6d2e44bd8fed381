import { allActions, isResourceControlled, type Action } from '../actions';
import type { ActionMatcher } from './action-matcher';

/** Actions of which all statements speak in the same way. */
export interface Alike {
  /** The first of them. */
  readonly action: Action;
  readonly lines: readonly Line[];
}

/** Those of them that stand in one line of the data set, and take the same resources and keys. */
export interface Line {
  readonly action: Action;
  /** Positions in the data set, in ascending order. */
  readonly positions: readonly number[];
}

/** Every action of the data set, those together that no statement with these actions tells apart. */
export function alikeUnder(matchers: readonly ActionMatcher[]): readonly Alike[] {
  const found = new Map<string, Map<Action['keys'], { action: Action; positions: number[] }>>();
  let marks: Marks | undefined;
  for (const [position, action] of allActions().entries()) {
    if (marks?.service !== action.service) marks = new Marks(matchers, action.service);
    const id = marks.of(action.name.toLowerCase());
    const lines = found.get(id) ?? new Map<Action['keys'], { action: Action; positions: number[] }>();
    found.set(id, lines);
    const line = lines.get(action.keys);
    if (line) line.positions.push(position);
    else lines.set(action.keys, { action, positions: [position] });
  }
  return [...found.values()].flatMap((lines) => {
    const [first] = lines.values();
    return first ? [{ action: first.action, lines: [...lines.values()] }] : [];
  });
}

/** What matchers say of the actions of one service: most say the same of all, and are asked once. */
class Marks {
  private readonly telling: readonly number[];
  private readonly marks: string[];
  private readonly same: string;

  constructor(
    private readonly matchers: readonly ActionMatcher[],
    readonly service: string,
  ) {
    this.telling = matchers.flatMap((matcher, index) => (matcher.tellsApart(service) ? [index] : []));
    this.marks = matchers.map((matcher) => markOf(matcher, `${service}:`));
    this.same = this.marks.join('');
  }

  /** Equal for actions that are alike. @param action Lower case */
  of(action: string): string {
    const controlled = isResourceControlled(this.service) && isResourceControlled(action) ? 'r' : '';
    if (this.telling.length === 0) return `${controlled}${this.same}`;
    for (const index of this.telling) {
      const matcher = this.matchers[index];
      if (matcher) this.marks[index] = markOf(matcher, action);
    }
    return `${controlled}${this.marks.join('')}`;
  }
}

function markOf(matcher: ActionMatcher, action: string): string {
  const covers = matcher.covers(action);
  return covers === 'unknown' ? '?' : covers ? '1' : '0';
}
