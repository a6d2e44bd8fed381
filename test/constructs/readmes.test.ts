import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROLS } from '../../lib/controls';
import { evidenceDocs } from '../../tools/docs/evidence';

const CONSTRUCTS = 'constructs';
const EXAMPLES = 'examples/a-la-carte';
const FAMILIES = readdirSync(CONSTRUCTS).filter((name) => existsSync(join(CONSTRUCTS, name, 'README.md')));
const CONTROL = /([A-Z]{3})-(\d{2})(?: to [A-Z]{3}-(\d{2}))?/g;
const KNOWN = new Set(CONTROLS.map(({ id }) => id));

const readmeOf = (family: string) => readFileSync(join(CONSTRUCTS, family, 'README.md'), 'utf8');

/** Ids of controls in a text; `LOG-02 to LOG-04` names three. */
function controlsIn(text: string): readonly string[] {
  return [...text.matchAll(CONTROL)].flatMap(([, area = '', first = '', last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => {
      return `${area}-${String(Number(first) + index).padStart(2, '0')}`;
    }),
  );
}

/** Rows of tables that have a column for controls: the other cells, and the controls. */
function judgedRows(readme: string): { readonly row: string; readonly controls: readonly string[] }[] {
  let column = -1;
  return readme.split('\n').flatMap((line) => {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : undefined;
    if (!cells) column = -1;
    if (cells?.includes('Control')) column = cells.indexOf('Control');
    if (!cells || column < 0 || cells.includes('Control') || /^-+$/.test(cells[column] ?? '')) return [];
    return [{ row: line, controls: controlsIn(cells[column] ?? '') }];
  });
}

/** What docstrings say that the constructs of a family evidence, by construct; the gate’s rules stand beside it. */
function evidenceOf(family: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const page = Object.values(evidenceDocs()).join('\n');
  for (const [, of, name = '', control = ''] of page.matchAll(/^\| \[(\w+)\]\S+ \| `(\w+)` \| ([A-Z]{3}-\d{2})/gm)) {
    if (of === family) found.set(name, [...(found.get(name) ?? []), control]);
  }
  return found;
}

/** Code without what differs between a file here and one of a user: where modules lie, and how lines are broken. */
function essence(code: string): string {
  return code
    .replaceAll(/'(?:\.\.\/\.\.\/(?:constructs|lib)|lionrock)[^']*'/g, "'lionrock'")
    .replaceAll(/\s+/g, '')
    .replaceAll(/,([}\])])/g, '$1');
}

describe.each(FAMILIES)('the README of %s', (family) => {
  const readme = readmeOf(family);

  test('names each construct that evidences something, with each of its controls', () => {
    const named = new Set(controlsIn(readme));
    const evidence = [...evidenceOf(family)];
    expect(evidence.length).toBeGreaterThan(0);
    const missing = evidence.flatMap(([name, controls]) => [
      ...(readme.includes(`\`${name}`) ? [] : [name]),
      ...controls.filter((id) => !named.has(id)).map((id) => `${name} ${id}`),
    ]);
    expect(missing).toEqual([]);
  });

  test('says in its tables which control each property evidences, and links to the rules that show it', () => {
    const rows = judgedRows(readme);
    expect(rows.filter(({ controls }) => controls.length > 0).length).toBeGreaterThan(4);
    expect(rows.flatMap(({ controls }) => controls).filter((id) => !KNOWN.has(id))).toEqual([]);
    expect(readme).toContain('](../../docs/generated/evidence.md)');
  });

  test('shows its examples word for word', () => {
    const shown = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => essence(code));
    const examples = readdirSync(EXAMPLES).filter((file) => file.split(/[-.]/)[0] === family);
    expect(examples.length).toBeGreaterThan(0);
    for (const file of examples) {
      expect({ file, isShown: shown.includes(essence(readFileSync(join(EXAMPLES, file), 'utf8'))) }).toEqual({
        file,
        isShown: true,
      });
    }
  });
});
