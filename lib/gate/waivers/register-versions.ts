import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { git, gitBlobs } from '../git';

/** A register as it was once. */
interface Version {
  /** Undefined where the register was removed. */
  readonly text: string | undefined;
  /** Undefined for what is not committed. */
  readonly at?: Date;
  readonly reference: string;
}

interface Versions {
  /** The earliest first. */
  readonly versions: readonly Version[];
  /** Why some are missing, a sentence each. */
  readonly gaps: readonly string[];
}

/** Commits that are looked at; what came before is a gap. */
const MOST_COMMITS = 1000;

/** Begins a commit in what git lists; no name of a file can hold it. */
const COMMIT = '\u0001';

/** The versions of a file on the branch that is checked out, each by the commit that brought it there. */
export function registerVersions(file: string): Versions {
  try {
    const real = realpathSync(file);
    const folder = dirname(real);
    const commits = commitsOf(folder, basename(real));
    const isShallow = git(['rev-parse', '--is-shallow-repository'], { folder }).toString().trim() === 'true';
    const committed = versionsAt(commits.slice(0, MOST_COMMITS).toReversed(), folder);
    const now = readFileSync(real, 'utf8');
    const isNew = committed.at(-1)?.text !== now;
    return {
      versions: [...committed, ...(isNew ? [{ text: now, reference: 'not committed' }] : [])],
      gaps: gapsOf(file, commits.length, isShallow),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { versions: [], gaps: [`what ${file} held before is not known: ${why}`] };
  }
}

function gapsOf(file: string, commits: number, isShallow: boolean): readonly string[] {
  if (commits === 0) return [`what ${file} held before is not known: it was never committed`];
  const gaps = isShallow ? [`what ${file} held before may be missing: the clone is shallow, fetch all of it`] : [];
  if (commits <= MOST_COMMITS) return gaps;
  return [...gaps, `what ${file} held before its last ${MOST_COMMITS} commits is not looked at`];
}

interface Commit {
  readonly hash: string;
  readonly at: string;
  readonly author: string;
  /** Path from the root of the repository; undefined where the commit removed the file. */
  readonly path: string | undefined;
}

/** The latest first. A merge counts as one change, of whoever merged: what was worked out on another branch never held. */
function commitsOf(folder: string, name: string): readonly Commit[] {
  const format = `--format=${COMMIT}%H%x00%cI%x00%cN`;
  const listed = git(
    [
      '-c',
      'core.quotePath=false',
      'log',
      '--first-parent',
      '--diff-merges=first-parent',
      '--follow',
      '--name-status',
      `--max-count=${MOST_COMMITS + 1}`,
      format,
      '--',
      name,
    ],
    { folder },
  );
  return listed
    .toString()
    .split(COMMIT)
    .slice(1)
    .map((entry) => {
      const [header = '', ...lines] = entry.split('\n').filter((line) => line !== '');
      const [hash = '', at = '', author = ''] = header.split('\0');
      const [status = '', ...paths] = (lines[0] ?? '').split('\t');
      return { hash, at, author, path: status === 'D' ? undefined : paths.at(-1) };
    });
}

/** The contents of all commits, read by one process. */
function versionsAt(commits: readonly Commit[], folder: string): readonly Version[] {
  const held = commits.flatMap(({ hash, path }) => (path === undefined ? [] : [`${hash}:${path}`]));
  const contents = new Map(gitBlobs(held, folder).map((content, index) => [held[index], content.toString()]));
  return commits.map(({ hash, at, author, path }) => ({
    text: contents.get(`${hash}:${path}`),
    at: new Date(at),
    reference: `commit ${hash.slice(0, 8)} by ${author}`,
  }));
}
