// `npm run check`: everything but the tests. Runs all steps, prints what failed, exits 1 if any did.
import { spawnSync } from 'node:child_process';

/** @type {[string, string, string[]][]} */
const steps = [
  ['types', 'tsc', ['--noEmit']],
  ['page types', 'tsc', ['--noEmit', '-p', 'lib/report/html/page']],
  ['lint', 'oxlint', ['--type-aware']],
  ['format', 'prettier', ['--check', '--cache', '--cache-strategy', 'content', '--log-level', 'warn', '.']],
  ['layers', 'depcruise', ['--config', 'tools/dependency-cruiser.cjs', 'lib', 'constructs', 'bin']],
  ['unused', 'knip', []],
  ['build', 'node', ['tools/build.mjs']],
  ['docs', 'node', ['dist/tools/docs.js', '--check']],
];

const failed = [];
for (const [name, command, args] of steps) {
  const started = Date.now();
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const ok = run.status === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (!ok) {
    failed.push(name);
    console.log(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`.trimEnd());
  }
}
if (failed.length > 0) {
  console.log(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
