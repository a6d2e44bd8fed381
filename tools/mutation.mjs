// `npm run mutation -- template|rules|proofs [FILES]`: changes the code of an engine in every way that its tests should notice.
import { spawnSync } from 'node:child_process';

const [engine, ...files] = process.argv.slice(2);
if (!['template', 'rules', 'proofs'].includes(engine)) {
  console.error(`"${engine ?? ''}" has no mutation test: expected template, rules or proofs, then files if not all`);
  process.exit(2);
}
const mutate = files.length > 0 ? files.join(',') : `lib/${engine}/**/*.ts,!**/index.ts`;
const { status } = spawnSync('node_modules/.bin/stryker', ['run', '--mutate', mutate], {
  stdio: 'inherit',
  env: { ...process.env, LIONROCK_MUTATED: engine },
});
process.exit(status ?? 2);
