import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { controlById } from '../../lib/controls';

const ROOT = 'constructs';

/** Something that a family exports, with the words that its code says of it. */
interface Exported {
  readonly name: string;
  readonly text: string;
}

/**
 * What the constructs implement, for the component definition: the docstring of each exported construct says it, and the
 * table is drawn from there.
 */
export function componentDocs(): Record<string, string> {
  const families = readdirSync(ROOT).filter((family) => existsSync(join(ROOT, family, 'index.ts')));
  const components = families.flatMap((family) =>
    exportsOf(join(ROOT, family, 'index.ts')).flatMap(({ name, text }) => {
      const controls = controlsIn(text, name);
      if (controls.length === 0) return [];
      return [{ name, module: `lionrock/${family}`, description: summaryOf(text), controls }];
    }),
  );
  return { 'lib/report/oscal/components.json': JSON.stringify(components, undefined, 2) };
}

/** Classes and functions that a file exports itself, or from others. */
function exportsOf(file: string): readonly Exported[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) return declared(statement);
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) return [];
    const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : '';
    const all = exportsOf(fileOf(join(dirname(file), specifier)));
    const { exportClause } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause)) return all;
    const names = exportClause.elements.map(({ name }) => name.text);
    return all.filter(({ name }) => names.includes(name));
  });
}

function fileOf(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

function declared(statement: ts.ClassDeclaration | ts.FunctionDeclaration): readonly Exported[] {
  const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported || !statement.name) return [];
  const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  const text = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n');
  return [{ name: statement.name.text, text: text.replaceAll(/\{@link (\w+)\}/g, '$1').replaceAll(/\s+/g, ' ') }];
}

/**
 * Ids of controls in words: `LOG-02 to LOG-06 and KEY-02`.
 * @throws Error when the catalogue has no such control.
 */
function controlsIn(text: string, name: string): readonly string[] {
  const found = [...text.matchAll(/\b([A-Z]{3})-(\d\d)(?: to (?:\1-)?(\d\d))?\b/g)];
  const ids = found.flatMap(([, area = '', from = '', to = from]) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => `${area}-${String(Number(from) + index).padStart(2, '0')}`,
    ),
  );
  const unknown = ids.find((id) => !controlById(id));
  if (unknown !== undefined) throw new Error(`${name} names ${unknown}: expected a control of lib/controls`);
  return [...new Set(ids)].toSorted();
}

/** The first sentence, without the ids. */
function summaryOf(text: string): string {
  const [first = ''] = text.split(/(?<=[.:;]) (?=[A-Z])/);
  return first
    .replaceAll(/ \((?:controls? )?[A-Z]{3}-\d\d[^)]*\)/g, '')
    .replace(/[:;]$/, '.')
    .trim();
}
