import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { freemem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errorText, type Check } from '../../model';

/** What a landing zone of the size of the example needs to be synthesized and judged, in MB. */
const NEEDED_MB = 500;

/** Whether an assembly can be written to a folder: tried by writing, because permissions do not tell all. */
export function checkOutput(folder: string): Check {
  const base = { id: 'output', what: 'output folder' };
  const expected = `${folder} can be written`;
  const remedy = 'choose another folder with "lionrock synth -o DIR", or make this one writable';
  try {
    rmSync(mkdtempSync(join(existingParent(resolve(folder)), '.lionrock-doctor-')), { recursive: true });
    return { ...base, state: 'ok', found: 'writable', expected };
  } catch (error) {
    return { ...base, state: 'fail', found: errorText(error), expected, remedy };
  }
}

function existingParent(path: string): string {
  if (!existsSync(path)) return existingParent(dirname(path));
  if (!statSync(path).isDirectory()) throw new Error(`${path} is a file`);
  return path;
}

/** Whether there is room to synthesize. */
export function checkMemory(availableBytes: number = freemem()): Check {
  const available = Math.floor(availableBytes / 1_000_000);
  const state = available >= NEEDED_MB ? 'ok' : 'fail';
  const remedy = 'end other programs, or give the machine or container more memory';
  return {
    id: 'memory',
    what: 'memory',
    state,
    found: `${available} MB free`,
    expected: `${NEEDED_MB} MB or more`,
    remedy,
  };
}
