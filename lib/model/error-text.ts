import { types } from 'node:util';

/** What an error says, on one line. */
export function errorText(error: unknown): string {
  return (types.isNativeError(error) ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Whether an error of the operating system has this code, for example `EEXIST`. */
export function hasCode(error: unknown, code: string): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === code;
}
