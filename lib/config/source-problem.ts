import { pathText, type ConfigProblem } from './problem';
import { locationOf, type SourceProblem } from './source';

/** A problem met while reading, in the form of all others. */
export function sourceProblem({ path, at, ...rest }: SourceProblem): ConfigProblem {
  return { ...locationOf(at), path: pathText(path), ...rest };
}
