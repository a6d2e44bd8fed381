import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isAssembly } from './assembly';
import { leadsOut } from './leads-out';

/** Whether a file's name is one that templates have. */
export function isTemplateName(name: string): boolean {
  return TEMPLATE_NAME.test(name);
}

const TEMPLATE_NAME = /\.(json|ya?ml|template)$/i;
/** Folders that hold other people's files, never the user's templates. */
const SKIPPED = new Set(['node_modules', '.git']);

export interface Discovery {
  /** Files that may be templates. */
  readonly files: readonly string[];
  readonly assemblies: readonly string[];
  /** Links to what may be templates, and stands where nobody looks for it: outside, or in a folder that is skipped. */
  readonly links: readonly string[];
}

/**
 * Walks a directory: assemblies as a whole, other files by name. Symbolic links are not followed.
 * @throws Error of the file system when a directory cannot be read.
 */
export function discover(directory: string): Discovery {
  const files: string[] = [];
  const assemblies: string[] = [];
  const links: string[] = [];
  const open = [directory];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (isAssembly(current)) {
      assemblies.push(current);
      continue;
    }
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) open.push(path);
      if (entry.isFile() && isTemplateName(entry.name)) files.push(path);
      if (entry.isSymbolicLink() && hidesTemplates(path, directory)) links.push(path);
    }
  }
  return { files: files.toSorted(), assemblies: assemblies.toSorted(), links: links.toSorted() };
}

/** A link that leads nowhere hides nothing, and what it leads to inside is found where it stands. */
function hidesTemplates(link: string, directory: string): boolean {
  const stat = targetOf(link);
  if (!stat || !(stat.isDirectory() || (stat.isFile() && isTemplateName(link)))) return false;
  const [root, target] = [realpathSync(directory), realpathSync(link)];
  if (target === root) return false;
  // By its own name it would not be read.
  if (stat.isFile() && !isTemplateName(target)) return true;
  return (
    leadsOut(root, target) ||
    relative(root, target)
      .split(sep)
      .some((part) => SKIPPED.has(part))
  );
}

/** Undefined for a link that leads nowhere, or round in a circle. */
function targetOf(link: string): Stats | undefined {
  try {
    return statSync(link);
  } catch {
    return undefined;
  }
}
