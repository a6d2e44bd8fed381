import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig, problemText, type LoadedConfig } from '../../lib/config';
import { withDepartments } from './departments';

const EXAMPLE = 'examples/hk-government/landing-zone.yaml';

/**
 * Writes the config of a landing zone with `departments` departments into `folder`, with the code of their functions.
 * @returns path of the config.
 */
export function writeConfig(departments: number, folder: string): string {
  const path = join(folder, 'landing-zone.yaml');
  const { config } = loaded(EXAMPLE);
  writeFileSync(path, JSON.stringify(withDepartments(config, departments), undefined, 1));
  for (const part of ['functions', 'firewall']) symlinkSync(resolve(dirname(EXAMPLE), part), join(folder, part));
  return path;
}

/**
 * Reads a config as every command does, with all of its checks: duplicate ids, overlapping networks and the like.
 * @throws Error with everything that is wrong.
 */
export function loaded(path: string): LoadedConfig {
  const result = loadConfig(path);
  if (result.kind === 'loaded') return result;
  throw new Error(result.kind === 'wrong' ? result.problems.map(problemText).join('\n') : result.message);
}
