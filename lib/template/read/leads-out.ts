import { join, resolve } from 'node:path';

/** Whether a path is not below a folder: an assembly is data from elsewhere, and must not lead out of its own folder. */
export function leadsOut(folder: string, path: string): boolean {
  return !resolve(path).startsWith(join(resolve(folder), '/'));
}
