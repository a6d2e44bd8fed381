import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * How reports name a file: relative to the working directory, with forward slashes. A file outside of it that was given
 * by an absolute path keeps it.
 */
export function displayPath(file: string, given: string): string {
  const path = relative(process.cwd(), resolve(file));
  const outside = path.startsWith('..') || isAbsolute(path);
  return (outside && isAbsolute(given) ? resolve(file) : path || '.').split(sep).join('/');
}
