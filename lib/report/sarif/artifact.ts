import { posix, relative, resolve, sep, isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Location, Region } from 'sarif';
import type { SourceLocation } from '../../model';

/** The root of the repository, by the name that GitHub knows. */
export const SOURCE_ROOT = '%SRCROOT%';

/** Where paths of a result are relative to, and where those of the file shall be. Both are absolute. */
export interface Roots {
  readonly workingDirectory: string;
  readonly repository: string;
}

/** A file of the repository, relative to its root; one outside of it by its whole address. */
function artifactOf(file: string, { workingDirectory, repository }: Roots): ArtifactLocation {
  const path = resolve(workingDirectory, file);
  const inside = relative(repository, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return { uri: pathToFileURL(path).href };
  return { uri: inside.split(sep).map(encodeURIComponent).join(posix.sep), uriBaseId: SOURCE_ROOT };
}

/** A place in a file. */
export function locationOf({ file, line, column }: SourceLocation, roots: Roots): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file, roots), region: regionOf(line, column) } };
}

/** GitHub asks for the end as well: a result is about what begins in this line. */
function regionOf(startLine: number, startColumn: number): Region {
  return { startLine, startColumn, endLine: startLine };
}
