import type { ComponentType } from 'preact';
import type { Review } from '../../../model';
import type { DrawnReview } from '../drawn-review';
import type { Text, Translate } from '../strings';
import type { Route } from './route/route';

/** What a section is given to draw. */
export interface SectionProps {
  readonly review: DrawnReview;
  readonly route: Route;
  /** Everything is drawn at once, for paper: nothing is windowed, folded or left for a click. */
  readonly printing: boolean;
}

/** How many, and how grave: beside the name of a section. */
export interface Badge {
  readonly count: number;
  readonly tone: 'bad' | 'doubt' | 'quiet';
  /** What is counted, for those who hear the page. */
  readonly label: string;
}

/**
 * A section of the page: a part of the view-model (`lib/model/review`), a component that draws it, and its texts
 * (`lib/report/html/strings`). To add one: write the three, and list it in `sections.ts`. A section draws only what stands in
 * the view-model; all that comes from templates is rendered as text, never as HTML; it adds its styles in a file of its own
 * below `style/`.
 */
export interface Section {
  /** Its address in the page: `#findings`. */
  readonly id: string;
  /** Names of the addresses of its single things, where it has them: `finding` for `#finding/ID`. */
  readonly items?: readonly string[];
  readonly title: Text;
  /** Whether this review has anything of it. @default always */
  readonly isShown?: (review: Review) => boolean;
  readonly badge?: (review: Review, t: Translate) => Badge | undefined;
  readonly View: ComponentType<SectionProps>;
}
