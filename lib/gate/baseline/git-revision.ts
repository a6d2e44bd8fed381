import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { git, gitBlobs } from '../git';

/** `git:REV:PATH`, or `REV:PATH`; a letter alone before the colon is a drive, and a dash would be an option of git. */
const REVISION = /^(?:git:)?([^:-][^:]+):(.*)$/s;

/** Templates, and what assemblies say of them. */
const READABLE = /\.(json|ya?ml|template)$|(^|\/)cdk\.out$/i;

export interface Revision {
  readonly revision: string;
  /** From the root of the repository, or relative to the working directory when it begins with `./` or `../`. */
  readonly path: string;
}

/** What names files of a git revision; undefined for what does not have its form. */
export function revisionOf(text: string): Revision | undefined {
  const [, revision, path] = REVISION.exec(text) ?? [];
  return revision === undefined || path === undefined ? undefined : { revision, path };
}

/**
 * Reads files of a revision with git, which runs nothing of the repository, into a folder of their own.
 * @param use Works on the copy: on its path, and with the folder to which it belongs.
 * @throws Error when git knows no such revision or path.
 */
export function withRevision<T>({ revision, path }: Revision, use: (copy: string) => T): T {
  const name = pathInRepository(path);
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-baseline-'));
  try {
    const type = git(['cat-file', '-t', `${revision}:${name}`])
      .toString()
      .trim();
    const target = join(folder, 'baseline', posix.basename(name) || 'root');
    if (type === 'blob') write(target, git(['cat-file', 'blob', `${revision}:${name}`]));
    else copyTree(`${revision}:${name}`, target);
    return use(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** git reads paths from the root of the repository unless they begin with a dot. */
function pathInRepository(path: string): string {
  const clean = path.split(sep).join(posix.sep).replace(/\/+$/, '');
  return clean === '.' || clean === './' ? './' : clean;
}

function copyTree(tree: string, target: string): void {
  mkdirSync(target, { recursive: true });
  const entries = git(['ls-tree', '-r', '-z', '--full-tree', tree])
    .toString()
    .split('\0')
    .filter((line) => line !== '');
  const wanted = entries.flatMap((entry) => {
    const [, mode = '', object = '', name = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    const file = join(target, name);
    // No link is followed, here as elsewhere; a repository within it has no blob.
    const isRead = mode.startsWith('100') && READABLE.test(name);
    return isRead && resolve(file).startsWith(`${resolve(target)}${sep}`) ? [{ file, object }] : [];
  });
  const contents = gitBlobs(wanted.map(({ object }) => object));
  for (const [index, { file }] of wanted.entries()) write(file, contents[index] ?? Buffer.alloc(0));
}

function write(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
