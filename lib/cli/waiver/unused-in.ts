import { CannotError } from '../exit';
import { readResult } from '../explain';

/**
 * Ids of the waivers that matched nothing, by a saved result.
 * @throws CannotError when the file is no result, or was judged without a register.
 */
export function unusedIn(results: string): ReadonlySet<string> {
  const { waivers, warnings } = readResult(results);
  if (!waivers) throw new CannotError(`${results} was judged without waivers: run the gate with --waivers`);
  return new Set(warnings.filter(({ kind }) => kind === 'waiver-unused').map(({ subject }) => subject));
}
