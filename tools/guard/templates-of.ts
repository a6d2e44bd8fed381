import { templateTexts } from '../template-texts';

interface Body {
  readonly Resources?: Readonly<Record<string, { readonly Properties?: { readonly TemplateBody?: unknown } }>>;
}

/** The templates of an assembly by path, and those that its stack sets bring as text. */
export function templatesOf(assembly: string): ReadonlyMap<string, string> {
  return new Map([...templateTexts(assembly)].flatMap(([path, text]) => withInline(path, text)));
}

function withInline(path: string, text: string): (readonly [string, string])[] {
  const { Resources = {} } = JSON.parse(text) as Body;
  const inline = Object.entries(Resources).flatMap(([id, { Properties }]) =>
    typeof Properties?.TemplateBody === 'string' ? withInline(`${path} ${id}`, Properties.TemplateBody) : [],
  );
  return [[path, text], ...inline];
}
