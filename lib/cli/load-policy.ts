import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPolicy, type Floor } from '../gate';
import { CannotError } from './exit';
import type { Session } from './io';
import { writeProblems } from './problem-lines';

/** Variable by which a pipeline names a policy that no option of a repository can take away. */
const POLICY_VARIABLE = 'LIONROCK_POLICY';

/**
 * The policies of an option and of the environment; paths in them are made those of files.
 * @returns undefined when one was read and is wrong, which has been said
 * @throws CannotError when one cannot be read, or is named by an empty text: where it should have stood, nothing holds.
 */
export function loadPolicies(option: string | undefined, { env, stderr }: Session): readonly Floor[] | undefined {
  refuseEmpty('--policy', option);
  refuseEmpty(POLICY_VARIABLE, env[POLICY_VARIABLE]);
  const named = [option, env[POLICY_VARIABLE]].filter((file) => file !== undefined);
  const read = [...new Set(named)].map((file) => ({ file, result: readPolicy(file) }));
  for (const { result } of read) if (result.kind === 'unreadable') throw new CannotError(result.message);
  const floors: Floor[] = [];
  for (const { file, result } of read) {
    if (result.kind === 'unreadable') continue;
    const { floor, problems } = result;
    if (!floor) {
      writeProblems(`${file} is wrong`, problems, stderr);
      return undefined;
    }
    floors.push(fromFolder(floor, dirname(file)));
  }
  return floors;
}

function refuseEmpty(name: string, file: string | undefined): void {
  if (file?.trim() !== '') return;
  throw new CannotError(
    `${name} is empty: expected the file of the gate's policy; unset it, or leave it out, where there is no policy`,
  );
}

function fromFolder({ source, policy }: Floor, folder: string): Floor {
  const packs = policy.packs.map((pack) => (existsSync(join(folder, pack)) ? join(folder, pack) : pack));
  const { waivers } = policy;
  const files = waivers ? { waivers: waivers.map((file) => join(folder, file)) } : {};
  return { source, policy: { ...policy, packs, ...files } };
}
