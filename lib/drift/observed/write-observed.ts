import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEPLOYED_MARK } from '../../deploy';
import type { JsonMap } from '../json';
import { observedTemplate, type Reading } from './observed-template';

/** The folder in which the deployed state goes holds something else. */
export class FolderError extends Error {
  constructor(folder: string) {
    super(`${folder} holds something that "lionrock drift" did not write: name another folder with --deployed DIR`);
    this.name = 'FolderError';
  }
}

/**
 * Begins the deployed state as what was designed.
 * @throws FolderError when the folder holds something else.
 */
export function beginObserved(assembly: string, folder: string): void {
  requireOwn(folder);
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(assembly), resolve(folder), { recursive: true, filter: isNeeded });
  writeFileSync(
    join(folder, DEPLOYED_MARK),
    'The state of the deployed accounts, written by "lionrock drift"; not for deployment.\n',
  );
}

/**
 * Carries over what was read.
 * @param readings What was read, by the path of the template from the folder.
 */
export function writeObserved(folder: string, readings: ReadonlyMap<string, Reading>): void {
  for (const [path, reading] of readings) {
    const file = join(folder, path);
    const designed = JSON.parse(readFileSync(file, 'utf8')) as JsonMap;
    writeFileSync(file, `${JSON.stringify(observedTemplate(designed, reading), undefined, 1)}\n`);
  }
}

/** @throws FolderError when a folder holds something that was not written here, and so may not be written anew. */
export function requireOwn(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  if (names.length > 0 && !names.includes(DEPLOYED_MARK)) throw new FolderError(folder);
}

/** Code of functions and the tree of constructs are not read. */
export function isNeeded(path: string): boolean {
  return !/(^|[\\/])(asset\.[0-9a-f]+(\.zip)?|tree\.json)$/.test(path);
}
