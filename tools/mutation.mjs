// `npm run mutation -- template|rules|proofs [FILES | --sample N]`: changes the code of an engine in every way that its tests
// should notice; of all files, of those named, or of N files spread evenly over the engine's names.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' } } });
const [engine, ...named] = positionals;
if (!['template', 'rules', 'proofs'].includes(engine)) {
  console.error(`"${engine ?? ''}" has no mutation test: expected template, rules or proofs, then files if not all`);
  process.exit(2);
}
const files = values.sample === undefined ? named : sampleOf(Number(values.sample));
const mutate = files.length > 0 ? files.join(',') : `lib/${engine}/**/*.ts,!**/index.ts`;
const { status } = spawnSync('node_modules/.bin/stryker', ['run', '--mutate', mutate], {
  stdio: 'inherit',
  env: { ...process.env, LIONROCK_MUTATED: engine },
});
process.exit(status ?? 2);

function sampleOf(size) {
  const all = readdirSync(`lib/${engine}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
    .map((file) => join('lib', engine, file))
    .toSorted();
  if (!(size >= 1 && size <= all.length)) {
    console.error(`--sample ${values.sample}: expected a number of files from 1 to ${all.length}`);
    process.exit(2);
  }
  return Array.from({ length: size }, (_, index) => all[Math.floor(((index + 0.5) * all.length) / size)]);
}
