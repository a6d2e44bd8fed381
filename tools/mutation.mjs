// `npm run mutation -- template|rules|proofs [FILES] [--share PERCENT] [--seed TEXT]`: changes the code of an engine in every
// way that its tests should notice; in all files or those named, and of all changes only a share, the same for the same seed.
// docs/mutation.md
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleHandlers } from './bundle-handlers.mjs';
import { scoreOf } from './mutation/score.mjs';

const REPORT = 'out/mutation.json';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '100' }, seed: { type: 'string', default: '' } },
});
const [engine, ...files] = positionals;
const share = Number(values.share);
if (!['template', 'rules', 'proofs'].includes(engine)) {
  refuse(`"${engine ?? ''}" has no mutation test: expected template, rules or proofs, then files if not all`);
}
if (!(share > 0 && share <= 100)) refuse(`--share ${values.share}: expected a percentage above 0 and up to 100`);

// Proofs are tested on constructs too, which carry these.
await bundleHandlers('dist');
const mutate = files.length > 0 ? files.join(',') : `lib/${engine}/**/*.ts,!**/index.ts`;
const { status } = spawnSync('node_modules/.bin/stryker', ['run', '--mutate', mutate], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // As jest.config.cjs has it for the tests: the validator that comes with aws-cdk-lib costs seconds in each synthesis.
    CDK_VALIDATION: 'false',
    CDK_DISABLE_LEGACY_EXPORT_WARNING: '1',
    LIONROCK_MUTATED: engine,
    LIONROCK_SHARE: String(share / 100),
    LIONROCK_SEED: values.seed,
  },
});
if (status !== 0) process.exit(status ?? 2);
console.log(`lib/${engine}: ${scoreOf(JSON.parse(readFileSync(REPORT, 'utf8')))}`);

function refuse(message) {
  console.error(message);
  process.exit(2);
}
