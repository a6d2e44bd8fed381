import type { Severity } from '../model';

/** What fails a run: every failure, those that the baseline does not have, or those of a severity and worse. */
export type FailOn = 'all' | 'new' | Severity;
