import { readFileSync } from 'node:fs';
import * as packs from '../../lib/packs';
import { embed } from './embed';

const EXAMPLE = 'examples/packs/checked-app.ts';

function table(): string {
  const rows = Object.entries(packs).map(([name, Pack]) => {
    const pack = new Pack();
    return `| \`${name}\` | \`${pack.name}-…\` | ${pack.ruleIds.length} |`;
  });
  return ['| Pack | Rule ids | Rules |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The example and the table of packs in docs/packs.md. */
export function packsDocs(): Record<string, string> {
  const path = 'docs/packs.md';
  const example = readFileSync(EXAMPLE, 'utf8').replaceAll("'../../lib/packs'", "'lionrock/packs'");
  const text = embed(readFileSync(path, 'utf8'), 'example', `\`\`\`ts\n${example}\`\`\``);
  return { [path]: embed(text, 'packs', table()) };
}
