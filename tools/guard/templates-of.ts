import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Body {
  readonly Resources?: Readonly<Record<string, { readonly Properties?: { readonly TemplateBody?: unknown } }>>;
}

/** The templates of an assembly by path, and those that its stack sets bring as text. */
export function templatesOf(assembly: string): ReadonlyMap<string, string> {
  const files = readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.template.json'))
    .toSorted();
  return new Map(files.flatMap((path) => withInline(path, readFileSync(join(assembly, path), 'utf8'))));
}

function withInline(path: string, text: string): (readonly [string, string])[] {
  const { Resources = {} } = JSON.parse(text) as Body;
  const inline = Object.entries(Resources).flatMap(([id, { Properties }]) =>
    typeof Properties?.TemplateBody === 'string' ? withInline(`${path} ${id}`, Properties.TemplateBody) : [],
  );
  return [[path, text], ...inline];
}
