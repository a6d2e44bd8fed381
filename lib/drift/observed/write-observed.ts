import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { JsonMap } from '../json';
import { observedTemplate, type Reading } from './observed-template';

/** File by which a folder is known for one that was written here, and may be written anew. */
const MARK = '.lionrock-deployed';

/** The folder in which the deployed state goes holds something else. */
export class FolderError extends Error {
  constructor(folder: string) {
    super(`${folder} holds something that "lionrock drift" did not write: name another folder with --deployed DIR`);
    this.name = 'FolderError';
  }
}

/**
 * Writes what was read as a cloud assembly: the designed one, its templates as their stacks are.
 * @param readings What was read, by the path of the template from the folder.
 * @throws FolderError when the folder holds something else.
 */
export function writeObserved(assembly: string, folder: string, readings: ReadonlyMap<string, Reading>): void {
  clear(folder);
  cpSync(resolve(assembly), resolve(folder), { recursive: true, filter: isNeeded });
  writeFileSync(
    join(folder, MARK),
    'The state of the deployed accounts, written by "lionrock drift"; not for deployment.\n',
  );
  for (const [path, reading] of readings) {
    const designed = JSON.parse(readFileSync(join(assembly, path), 'utf8')) as JsonMap;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(observedTemplate(designed, reading), undefined, 1)}\n`);
  }
}

function clear(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  if (names.length > 0 && !names.includes(MARK)) throw new FolderError(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Code of functions and the tree of constructs are not read. */
function isNeeded(path: string): boolean {
  return !/(^|[\\/])(asset\.[0-9a-f]+(\.zip)?|tree\.json)$/.test(path);
}
