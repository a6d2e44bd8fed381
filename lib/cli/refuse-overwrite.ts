import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
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

/**
 * The same where folders are read as a whole, and what of them was read is not told.
 * @param inputs Paths that were read; those that are no folders count for nothing.
 * @throws CannotError when a file to be written is there already, in one of the folders.
 */
export function refuseWithin(written: readonly (string | undefined)[], inputs: readonly string[]): void {
  const folders = inputs.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  for (const file of written) {
    if (file === undefined || fileId(file) === undefined) continue;
    const folder = folders.find((each) => isWithin(file, each) || isWithin(dirname(file), each));
    if (folder === undefined) continue;
    throw new CannotError(
      `${file} is there already, in ${folder}, which is an input of this run, and the output would overwrite it: ` +
        'name a file outside',
    );
  }
}

/** Also by a link. */
function isWithin(path: string, folder: string): boolean {
  const [step] = relative(realpathSync(folder), realpathSync(path)).split(sep);
  return step !== '..';
}

/** Equal for two paths of one file; undefined for what is no file, or not there. */
function fileId(path: string | undefined): string | undefined {
  const found = path !== undefined && existsSync(path) ? statSync(path, { bigint: true }) : undefined;
  return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
}
