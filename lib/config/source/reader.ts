import type { Budget } from './budget';
import type { Located, Path } from './located';
import type { Place, SourceFile } from './place';

/** Something wrong that reading already finds: a duplicate key, a tag, an alias, an include. */
export interface SourceProblem {
  readonly path: Path;
  readonly at: Place;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}

/** What is known while one file is turned into located values. */
export interface Reader {
  readonly file: SourceFile;
  readonly budget: Budget;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the tags of the config are known: registers are plain data. */
  readonly tags: boolean;
  /** Anchors seen so far; `open` while the anchored value is still being read. */
  readonly anchors: Map<string, Located | 'open'>;
  readonly report: (problem: SourceProblem) => void;
  readonly read: (node: unknown, path: Path, fallback: Place) => Located;
  /** Reads an included file; undefined after reporting why not. */
  readonly include: (target: string, at: Place, path: Path) => Located | undefined;
}

/** A null in the place of something that could not be read and was reported. */
export function nothing(at: Place): Located {
  return { kind: 'scalar', value: null, text: '', at, size: 1, depth: 0 };
}
