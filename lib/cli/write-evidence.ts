import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ruleSet, type GateOptions } from '../gate';
import type { GateResult } from '../model';
import { evidenceFiles } from '../report';
import { errorText } from './error-text';
import { CannotError } from './exit';
import { writeTo } from './write-result';

export interface Judgement {
  readonly result: GateResult;
  readonly basis: Pick<GateOptions, 'registers' | 'now'>;
  /** Options as given on the command line. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Files beside the templates: config, registers, parameters, baseline. */
  readonly files: readonly (string | undefined)[];
}

/**
 * Writes an evidence bundle into a folder.
 * @throws CannotError when an input is gone, or a file cannot be written.
 */
export function writeEvidence(folder: string, { result, basis, options, files }: Judgement): void {
  const read = [...result.inputs, ...result.errors].flatMap(({ path }) => [path, ...besideTemplate(path)]);
  const paths = [...new Set([...read, ...files.filter((file) => file !== undefined)])].filter(isFile);
  const inputs = paths.map((path) => [path, sumOf(path)] as const);
  const { registers, now = new Date() } = basis;
  for (const [name, content] of evidenceFiles({ result, options, now, rules: ruleSet(), registers, inputs })) {
    writeTo(join(folder, name), content);
  }
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
