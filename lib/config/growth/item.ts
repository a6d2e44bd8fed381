import type { QuotaName } from './quota-names';

/** Something of which AWS allows so many. */
export interface Item {
  readonly quota: QuotaName;
  /** What it counts against: one quota may hold for many of its kind. */
  readonly where: string;
  readonly count: number;
  /** Department that brings it; undefined for what is shared. */
  readonly department: string | undefined;
}
