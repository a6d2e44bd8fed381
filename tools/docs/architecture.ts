import { readFileSync } from 'node:fs';
import { embed } from './embed';

/** The layer table in docs/architecture.md, from the table that the check enforces. */
export function architectureDocs(): Record<string, string> {
  const path = 'docs/architecture.md';
  const table: unknown = JSON.parse(readFileSync('tools/layers.json', 'utf8'));
  const rows = Object.entries(table as Record<string, readonly string[]>)
    .filter(([layer]) => !layer.startsWith('$'))
    .map(([layer, imports]) => `| \`${layer}\` | ${imports.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`);
  const content = ['| Layer | May import |', '| --- | --- |', ...rows].join('\n');
  return { [path]: embed(readFileSync(path, 'utf8'), 'layers', content) };
}
