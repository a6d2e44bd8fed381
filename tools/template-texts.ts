import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file asset: of those, the ones that stack sets deliver are templates. */
const ASSET = /^asset\.[0-9a-f]{64}\.json$/;

/** The templates of a cloud assembly, those of its stack sets too: text by path below it, in order. */
export function templateTexts(assembly: string): ReadonlyMap<string, string> {
  const paths = readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.template.json') || ASSET.test(path))
    .toSorted();
  const texts = paths.map((path) => [path, readFileSync(join(assembly, path), 'utf8')] as const);
  return new Map(texts.filter(([path, text]) => !ASSET.test(path) || isTemplate(text)));
}

function isTemplate(text: string): boolean {
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null && 'Resources' in parsed;
}
