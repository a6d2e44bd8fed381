import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from '../pack-error';
import { reasonOf } from '../reason-of';
import type { RuleSource } from './validator';

const SUFFIX = '.guard';

/** Whether a name of a pack means cfn-guard rules: a `.guard` file, or a path to a folder of them. */
export function isGuardPath(name: string): boolean {
  return name.endsWith(SUFFIX) || statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The rules of a file, or of all `.guard` files of a folder and its folders, sorted by name.
 * @throws PackError when they cannot be read, or there is none.
 */
export function readGuardRules(path: string): RuleSource[] {
  try {
    const files = statSync(path).isDirectory() ? filesIn(path) : [path];
    if (files.length === 0) throw new PackError(`--pack ${path}: expected ${SUFFIX} files, found none in this folder`);
    return files.map((name) => ({ name, content: readFileSync(name, 'utf8') }));
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw new PackError(`--pack ${path} cannot be read: ${reasonOf(error)}`, error);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .toSorted((a, b) => (a < b ? -1 : 1));
}
