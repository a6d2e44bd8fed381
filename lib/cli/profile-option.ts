import { loadProfile } from '../config';
import { PROFILE_IDS, profileById, type Profile } from '../profiles';
import { CannotError } from './exit';
import type { Output, Session } from './io';
import { writeProblems } from './problem-lines';

/** Whether a profile is meant by the file in which an organisation states it. */
export function isProfileFile(text: string): boolean {
  return /\.ya?ml$/.test(text) || text.includes('/');
}

/**
 * The profile that `--profile` names: a built-in one by its id, one of an organisation by its file.
 * @param output Where the problems of a wrong file are written.
 * @returns undefined when the file was read and is wrong
 * @throws CannotError when there is no profile of that id, or the file cannot be read.
 */
export function profileNamed(text: string, output: Output, session: Session): Profile | undefined {
  if (!isProfileFile(text)) return builtIn(text);
  const result = loadProfile(text, { environment: session.env });
  if (result.kind === 'loaded') return result.profile;
  if (result.kind === 'unreadable') throw new CannotError(result.message);
  writeProblems(`${text} is wrong`, result.problems, output);
  return undefined;
}

function builtIn(id: string): Profile {
  if (PROFILE_IDS.includes(id)) return profileById(id);
  throw new CannotError(`unknown profile "${id}": expected ${PROFILE_IDS.join(', ')}, or the file of your own`);
}
