import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAssembly } from './assembly';

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
}

/**
 * Walks a directory: assemblies as a whole, other files by name. Symbolic links are not followed.
 * @throws Error of the file system when a directory cannot be read.
 */
export function discover(directory: string): Discovery {
  const files: string[] = [];
  const assemblies: string[] = [];
  const open = [directory];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (isAssembly(current)) {
      assemblies.push(current);
      continue;
    }
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push(join(current, entry.name));
      if (entry.isFile() && isTemplateName(entry.name)) files.push(join(current, entry.name));
    }
  }
  return { files: files.toSorted(), assemblies: assemblies.toSorted() };
}
