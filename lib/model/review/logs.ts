import type { ReviewPlace } from './place';

/** What is recorded, where it goes, and how long it is kept there. */
export interface LogsReview {
  readonly flows: readonly LogFlow[];
  readonly stores: readonly LogStore[];
  /** Resources of types that can log, and of which no log was found. */
  readonly silent: readonly SilentSource[];
}

/** One kind of log of one resource. */
export interface LogFlow extends ReviewPlace {
  /** `API calls`, `packets`, `requests`, …: kinds of the catalogue in the builder. */
  readonly kind: string;
  readonly type: string;
  /** Position in `stores`; undefined where the store is not in these templates. */
  readonly store?: number;
  /** The destination in words. */
  readonly destination: string;
}

export interface LogStore extends ReviewPlace, LogLife {
  /** `bucket` or `log group`. */
  readonly kind: 'bucket' | 'log group' | 'stream';
  readonly name: string;
  /** Whether a customer key encrypts it. */
  readonly encrypted: 'yes' | 'no' | 'unknown';
  /** The bucket to which a rule copies what comes in; undefined where none does, or it is not in these templates. */
  readonly copy?: LogLife & { readonly name: string };
}

/** How long a store keeps what it has. */
export interface LogLife {
  /** Days until it is deleted; undefined where it is kept without end or nothing says it. */
  readonly keptDays?: number;
  /** Why `keptDays` is not there: `without end`, `unknown`. */
  readonly kept: 'days' | 'without end' | 'unknown';
  /** `COMPLIANCE`, `GOVERNANCE`: nobody, or hardly anybody, deletes before then. */
  readonly lock?: string;
  readonly lockDays?: number;
}

export interface SilentSource {
  readonly kind: string;
  readonly type: string;
  readonly count: number;
}
