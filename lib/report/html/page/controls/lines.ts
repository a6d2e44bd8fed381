import type { ReviewControl } from '../../../../model';
import type { Row } from '../findings/filter';
import { countsBy, passesOf, type Counts } from './state';

/** A control with its sums. */
export interface Line {
  readonly control: ReviewControl;
  readonly counts: Counts | undefined;
  readonly passes: number;
  /** Everything in which words are looked for, in lower case. */
  readonly words: string;
}

/** Each control with how often it passes, fails, is undecided and waived. */
export function linesOf(controls: readonly ReviewControl[], rows: readonly Row[]): readonly Line[] {
  const counts = countsBy(rows, ({ rule }) => rule.control);
  return controls.map((control) => ({
    control,
    counts: counts.get(control.id),
    passes: passesOf(control),
    words: [
      control.id,
      control.title,
      control.statement,
      control.area,
      ...control.sources.flatMap(({ clauses }) => clauses),
    ]
      .join('\n')
      .toLowerCase(),
  }));
}
