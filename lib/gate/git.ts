import { execFileSync } from 'node:child_process';

/** Bytes that git may hand over. */
const MOST = 1024 ** 3;

/** Why a revision holds no template, and what then. */
export const NO_TEMPLATE =
  'templates must be committed there; where a config or an app makes them, check that revision out into a worktree, synthesize it, and give the folder';

/** What git says, with what helps. */
function withRemedy(said: string): string {
  if (/does not exist in|exists on disk, but not in/.test(said)) return `${said}: ${NO_TEMPLATE}`;
  if (/invalid object name|bad revision|unknown revision/i.test(said)) {
    return `${said}: fetch that revision first, a shallow clone holds one commit alone`;
  }
  return said;
}

interface GitOptions {
  readonly input?: string;
  readonly folder?: string;
}

/**
 * Asks git, which runs nothing of the repository.
 * @param folder Where it works. @default the working directory
 * @throws Error with what git said, and what helps.
 */
export function git(args: readonly string[], { input = '', folder }: GitOptions = {}): Buffer {
  try {
    return execFileSync('git', ['--no-optional-locks', ...args], {
      maxBuffer: MOST,
      input,
      ...(folder === undefined ? {} : { cwd: folder }),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    const stderr: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stderr') : undefined;
    const said = Buffer.isBuffer(stderr) ? stderr.toString().trim().split('\n', 1)[0] : undefined;
    throw new Error(
      said === undefined || said === '' ? 'git cannot be run' : withRemedy(said.replace(/^fatal: /, '')),
      {
        cause: error,
      },
    );
  }
}

/**
 * Many objects by one process: `git cat-file --batch` answers each with a line that ends with its size, and its bytes.
 * @param objects As git names them: a hash, or `REV:PATH`.
 * @throws Error when there is no such object.
 */
export function gitBlobs(objects: readonly string[], folder?: string): readonly Buffer[] {
  if (objects.length === 0) return [];
  const answer = git(['cat-file', '--batch'], {
    input: `${objects.join('\n')}\n`,
    ...(folder === undefined ? {} : { folder }),
  });
  const found: Buffer[] = [];
  for (let start = 0; start < answer.length;) {
    const end = answer.indexOf('\n', start);
    const size = Number(/ (\d+)$/.exec(answer.subarray(start, end).toString())?.[1]);
    if (!Number.isInteger(size)) throw new Error(`git told "${answer.subarray(start, end).toString()}" of an object`);
    found.push(answer.subarray(end + 1, end + 1 + size));
    start = end + size + 2;
  }
  return found;
}
