import { loadConfig, type LoadedConfig } from '../config';
import { CannotError } from './exit';
import type { Output, Session } from './io';
import { writeProblems } from './problem-lines';

/**
 * Reads a landing zone's config.
 * @param output Where the problems of a wrong config are written.
 * @returns undefined when the config was read and is wrong
 * @throws CannotError when it cannot be read.
 */
export function loadConfigFile(file: string, output: Output, session: Session): LoadedConfig | undefined {
  const result = loadConfig(file, { environment: session.env });
  if (result.kind === 'loaded') return result;
  if (result.kind === 'unreadable') throw new CannotError(result.message);
  writeProblems(`${file} is wrong`, result.problems, output);
  return undefined;
}
