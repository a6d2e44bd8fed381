import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorText, hasCode } from '../../model';
import { initialConfig } from '../../config';
import { CONFIG_FILE } from '../config-file';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { makeFolder } from '../make-folder';

/** Writes a new config into a folder, never over one that is there; returns the exit status. */
export function runInit(folder: string, session: Session): number {
  const path = join(folder, CONFIG_FILE);
  writeNew(folder, path);
  session.stdout.write(`wrote ${path}\nedit it, then: lionrock validate -c ${path}\n`);
  return EXIT.pass;
}

function writeNew(folder: string, path: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new CannotError(`cannot make ${folder}: ${errorText(error)}`, error);
  }
  try {
    writeFileSync(path, initialConfig(), { flag: 'wx' });
  } catch (error) {
    const exists = `${path} exists already, and was left as it is: name another folder, or move it away`;
    throw new CannotError(hasCode(error, 'EEXIST') ? exists : `cannot write ${path}: ${errorText(error)}`, error);
  }
}
