import { readFileSync } from 'node:fs';
import { errorText } from '../model';
import { CannotError } from './exit';

/** The text of a file that a command is given. @throws CannotError when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotError(`${path}: ${errorText(error)}`, error);
  }
}
