import { UnreadableError } from './unreadable';

/** What reading one config may cost, all included files together. */
export interface ReadLimits {
  /** Bytes of text. */
  readonly bytes: number;
  /** Words and marks of YAML: bounds the time to parse. */
  readonly lexemes: number;
  /** Values after aliases and merges are filled in: stops a file that multiplies itself. */
  readonly values: number;
  /** Mappings and lists inside one another. */
  readonly depth: number;
}

/** Room for a landing zone of several thousand accounts, read in seconds. */
export const READ_LIMITS: ReadLimits = { bytes: 8 * 1024 * 1024, lexemes: 400_000, values: 1_000_000, depth: 100 };

const REASON: Readonly<Record<keyof ReadLimits, (limit: number) => string>> = {
  bytes: (limit) =>
    `is larger than ${Math.floor(limit / 1024 / 1024)} MiB; split what belongs elsewhere from the config`,
  lexemes: (limit) => `holds more than ${limit} words and marks; a landing zone is smaller`,
  values: (limit) => `expands to more than ${limit} values; an anchor is repeated too often`,
  depth: (limit) => `nests deeper than ${limit} levels; a landing zone is flatter`,
};

/** Counts down what reading may still cost. */
export class Budget {
  private readonly left: Record<keyof ReadLimits, number>;

  constructor(private readonly limits: ReadLimits) {
    this.left = { ...limits };
  }

  remaining(kind: keyof ReadLimits): number {
    return this.left[kind];
  }

  /** @throws UnreadableError when the limit is passed. */
  spend(kind: 'bytes' | 'lexemes' | 'values', amount: number, file: string): void {
    this.left[kind] -= amount;
    if (this.left[kind] < 0) throw this.exceeded(kind, file);
  }

  /** @throws UnreadableError when `depth` is over the limit. */
  checkDepth(depth: number, file: string): void {
    if (depth > this.limits.depth) throw this.exceeded('depth', file);
  }

  exceeded(kind: keyof ReadLimits, file: string): UnreadableError {
    return new UnreadableError(file, REASON[kind](this.limits[kind]));
  }
}
