import { STRINGS } from '../../strings';

const { residency: words } = STRINGS;

/** What is said of a way out, by whether a transfer covers it. */
export const STATUS_WORDS = { fail: words.uncovered, unknown: words.undecided, pass: words.covered } as const;
