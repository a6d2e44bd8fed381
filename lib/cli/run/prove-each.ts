import { readUnit, type TemplateOptions, type Unit } from '../../template';
import { DEFAULT_PATH } from '../default-path';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import { unitFiles } from '../input-sums';
import type { Session } from '../io';
import { refuseOverwrite } from '../refuse-overwrite';

/** What came of one path, with its exit status. */
export interface Proved<P> {
  readonly proof: P;
  readonly status: number;
}

/** A path that tells nothing, and why. */
export interface Silent {
  readonly path: string;
  readonly error: string;
}

/** What to prove, each path once; without any, where assemblies are written. */
export function provedPaths(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.length > 0 ? paths : [DEFAULT_PATH])];
}

/**
 * Proves something of each path by itself: one that tells nothing leaves the others told.
 * @param written Where the proofs go.
 * @throws CannotError when the only path tells nothing, or a proof would overwrite a template.
 */
export function proveEach<P>(
  paths: readonly string[],
  options: TemplateOptions,
  prove: (path: string, unit: Unit) => Proved<P>,
  session: Session,
  written: readonly FormatTarget[] = [],
): readonly Proved<P | Silent>[] {
  const units = provedPaths(paths);
  const files = written.map(({ file }) => file);
  refuseOverwrite(files, units);
  const one = (path: string): Proved<P> => {
    const unit = readUnit(path, options);
    refuseOverwrite(files, unitFiles(unit));
    for (const error of unit.errors) session.stderr.write(`lionrock: ${error.path}: ${error.message}\n`);
    const proved = prove(path, unit);
    return unit.errors.length > 0 && proved.status === EXIT.pass ? { ...proved, status: EXIT.undecided } : proved;
  };
  const [first, ...others] = units;
  return first !== undefined && others.length === 0 ? [one(first)] : units.map((path) => attempt(path, one, session));
}

function attempt<P>(path: string, prove: (path: string) => Proved<P>, { stderr }: Session): Proved<P | Silent> {
  try {
    return prove(path);
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    stderr.write(`lionrock: ${path}: ${error.message}\n`);
    return { proof: { path, error: error.message }, status: EXIT.undecided };
  }
}

/** Fail wins over undecided, and that over pass. */
export function statusOf(statuses: readonly number[]): number {
  if (statuses.includes(EXIT.fail)) return EXIT.fail;
  return statuses.includes(EXIT.undecided) ? EXIT.undecided : EXIT.pass;
}
