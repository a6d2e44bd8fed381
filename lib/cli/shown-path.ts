import { relative } from 'node:path';

/** A path as messages should name it: from the working directory, where that is shorter. */
export function shownPath(path: string): string {
  const way = relative(process.cwd(), path);
  return way !== '' && way.length < path.length ? way : path;
}
