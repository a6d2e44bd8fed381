import type { NetworkArrow, NetworkReview } from '../../../../model';

/** What the map shows. */
export const SHOWINGS = ['all', 'internet', 'undeclared', 'between'] as const;
export type Showing = (typeof SHOWINGS)[number];

export function isShowing(text: string | undefined): text is Showing {
  return SHOWINGS.some((each) => each === text);
}

/** Whether an arrow is of what is to be shown. */
export function isShown({ places }: NetworkReview, { from, to, kind }: NetworkArrow, showing: Showing): boolean {
  const [source, target] = [places[from], places[to]];
  switch (showing) {
    case 'internet':
      return [source, target].some((place) => place?.kind === 'internet' || place?.kind === 'network');
    case 'undeclared':
      return kind === 'undeclared' || kind === 'unknown' || kind === 'impossible';
    case 'between':
      return source?.vpc !== undefined && target?.vpc !== undefined && source.vpc !== target.vpc;
    default:
      return true;
  }
}
