import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { gate } from '../../../lib/gate';
import { DEFAULT_PROFILE, profileById } from '../../../lib/profiles';
import { peakMegabytes, secondsSince } from '../measurement';
import type { Measured } from './measured';
import type * as peer from './peer';

/** Passes over all files: code that runs often enough is compiled anew by the engine of JavaScript, and faster. */
const PASSES = 30;

/** Judges the files; returns how many answers or findings there were. */
type Pass = (files: readonly string[]) => Promise<number> | number;

/** What is measured: which files, and what is done with them. Each side loads only what it needs. */
export const SIDES: Readonly<Record<string, { readonly kind: 'json' | 'yaml'; readonly load: () => Pass }>> = {
  'gate, JSON': { kind: 'json', load: () => judge },
  'gate, YAML': { kind: 'yaml', load: () => judge },
  'YAML parser alone': { kind: 'yaml', load: () => parse },
  'cdk-nag, two packs, JSON': {
    kind: 'json',
    load: () => {
      const { judgeWithPacks }: typeof peer = require('./peer');
      return judgeWithPacks;
    },
  },
};

/**
 * Runs one side over and over again over the files that `writeTemplates` made in the folder.
 * @throws Error for an unknown side, or one that could not judge every template.
 */
export async function measureSide(name: string, folder: string): Promise<Measured> {
  const side = SIDES[name];
  if (!side) throw new Error(`"${name}" cannot be measured: expected ${Object.keys(SIDES).join(', ')}`);
  const directory = join(folder, side.kind);
  const files = readdirSync(directory).map((file) => join(directory, file));
  const pass = side.load();
  const times: number[] = [];
  let results = 0;
  for (let done = 0; done < PASSES; done++) {
    const started = performance.now();
    results = await pass(files);
    times.push(secondsSince(started));
  }
  const [first = 0, second = 0] = times;
  const warm = times.slice(-10).toSorted((a, b) => a - b)[5] ?? 0;
  return { templates: files.length, first, second, warm, megabytes: peakMegabytes(), results };
}

async function judge(inputs: readonly string[]): Promise<number> {
  const { evaluated, errors } = await gate({ inputs, profile: profileById(DEFAULT_PROFILE) });
  if (errors.length > 0) throw new Error(`the gate did not judge everything: ${errors[0]?.message}`);
  return evaluated;
}

function parse(files: readonly string[]): number {
  return files.filter((file) => parseDocument(readFileSync(file, 'utf8')).toJS() !== null).length;
}
