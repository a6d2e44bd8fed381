import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export type IncludeTarget =
  | { readonly kind: 'file'; readonly real: string; readonly display: string }
  | { readonly kind: 'refused'; readonly why: 'absolute' | 'outside' | 'missing' };

/**
 * Finds the file that an included path means: relative to the file that includes it, and inside the folder of the
 * config, symbolic links followed.
 * @param folder Folder of the config, without symbolic links.
 * @param including Name, as displayed, of the file that includes.
 */
export function includeTarget(folder: string, including: string, target: string): IncludeTarget {
  if (isAbsolute(target)) return { kind: 'refused', why: 'absolute' };
  const display = join(dirname(including), target);
  if (!isInside(folder, resolve(realpathSync(dirname(including)), target))) return { kind: 'refused', why: 'outside' };
  let real: string;
  try {
    real = realpathSync(display);
  } catch {
    return { kind: 'refused', why: 'missing' };
  }
  return isInside(folder, real) ? { kind: 'file', real, display } : { kind: 'refused', why: 'outside' };
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
