import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the repository that holds a folder: the nearest one above with a `.git`; without any, the folder itself. */
export function repositoryOf(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (current === dirname(current)) return folder;
  }
}
