import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The templates of a cloud assembly: text by path below it, in order. */
export function templateTexts(assembly: string): ReadonlyMap<string, string> {
  const paths = readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.template.json'))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(assembly, path), 'utf8')]));
}
