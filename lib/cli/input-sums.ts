import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorText, type GateResult } from '../model';
import type { Unit } from '../template';
import { CannotError } from './exit';

/** A file, with its SHA-256 in hexadecimal digits. */
export type FileSum = readonly [path: string, sum: string];

/**
 * Sums of what a judgement read: templates, what assemblies say of them, and files beside them.
 * @param files Config, registers, parameters, baseline; what is no file is left out.
 * @throws CannotError when an input is gone.
 */
export function inputSums(
  { inputs, errors }: Pick<GateResult, 'inputs' | 'errors'>,
  files: readonly (string | undefined)[],
): readonly FileSum[] {
  return readFiles({ inputs, errors }, files).map((path) => [path, sumOf(path)]);
}

/** The files that a judgement read; see `inputSums`. */
export function readFiles(
  { inputs, errors }: Pick<GateResult, 'inputs' | 'errors'>,
  files: readonly (string | undefined)[],
): readonly string[] {
  const read = [...inputs, ...errors].flatMap(({ path }) => [path, ...besideTemplate(path)]);
  return [...new Set([...read, ...files.filter((file) => file !== undefined)])].filter(isFile);
}

/** The files of which a unit is made. */
export function unitFiles({ graph }: Unit): readonly string[] {
  return graph.templates.flatMap(({ path }) => [path, ...besideTemplate(path)]);
}

/** What an assembly says of a template: regions, accounts and constructs come from there. */
function besideTemplate(path: string): readonly string[] {
  const stack = basename(path).replace(/\.template\.json$/, '');
  return ['manifest.json', `${stack}.metadata.json`, `${stack}.assets.json`].map((name) => join(dirname(path), name));
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function sumOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    throw new CannotError(`cannot read ${path} for its sum: ${errorText(error)}`);
  }
}
