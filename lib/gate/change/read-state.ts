import { existsSync } from 'node:fs';
import { readUnit, type TemplateOptions, type Unit } from '../../template';
import { readBaseline, type Baseline } from '../baseline/read-baseline';

/** The later state, and how people know its files. */
export interface LaterState {
  readonly unit: Unit;
  readonly nameOf: (path: string) => string;
}

/**
 * Reads the later state: a path, whatever of it cannot be read standing in the unit's errors, or files of a git revision.
 * @throws BaselineError when it is a revision that cannot be read, or a saved result.
 */
export function readLater(input: string, options: TemplateOptions): LaterState {
  if (existsSync(input) || !input.includes(':')) return { unit: readUnit(input, options), nameOf: (path) => path };
  const read: Baseline = readBaseline(input, options);
  if (read.kind === 'unit') return read;
  throw new Error(`${input} is a saved result: give the templates that it judged`);
}
