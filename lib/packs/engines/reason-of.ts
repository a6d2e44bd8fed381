import { types } from 'node:util';

/** What was thrown, on one line; the validator throws text. */
export function reasonOf(thrown: unknown): string {
  return (types.isNativeError(thrown) ? thrown.message : String(thrown)).split('\n', 1)[0] ?? '';
}
