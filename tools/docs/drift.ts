import { readFileSync } from 'node:fs';
import { comparedTypes } from '../../lib/drift';
import { embed } from './embed';

/** The table of what drift compares, in docs/drift.md. */
export function driftDocs(): Record<string, string> {
  const path = 'docs/drift.md';
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const rows = comparedTypes().map(({ type, properties, lists }) => {
    const all = [
      ...(properties.length > 0 ? [code(properties)] : []),
      ...(lists.length > 0 ? [`every ${code(lists)}`] : []),
    ];
    return `| \`${type}\` | ${all.length > 0 ? all.join('; ') : 'that it stands'} |`;
  });
  const content = ['| Type | What |', '| --- | --- |', ...rows].join('\n');
  return { [path]: embed(readFileSync(path, 'utf8'), 'compared', content) };
}
