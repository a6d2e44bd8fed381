import { existsSync, statSync } from 'node:fs';
import { CannotError } from './exit';

/**
 * Keeps what a run has read from what it writes: the files would no longer be those that were judged.
 * @param written Files to be written; undefined for standard output.
 * @param read Files that were read; folders are none.
 * @throws CannotError when one is both, also by a link.
 */
export function refuseOverwrite(written: readonly (string | undefined)[], read: readonly (string | undefined)[]): void {
  const known = new Set(read.map(fileId));
  for (const file of written) {
    const id = fileId(file);
    if (id !== undefined && known.has(id)) {
      throw new CannotError(`${file} is an input of this run, and the output would overwrite it: name another file`);
    }
  }
}

/** Equal for two paths of one file; undefined for what is no file, or not there. */
function fileId(path: string | undefined): string | undefined {
  const found = path !== undefined && existsSync(path) ? statSync(path, { bigint: true }) : undefined;
  return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
}
