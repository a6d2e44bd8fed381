// Transpiles the tree into dist/ with esbuild (types are checked by `npm run check`, declarations made at pack time).
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeActionTable } from './action-table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['bin', 'lib', 'constructs', 'examples', 'tools'];

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('cdk.out')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

process.chdir(root);
writeActionTable();
// npm runs `prepare` after `prepack`, which put the declarations there.
if (process.env.npm_lifecycle_event !== 'prepare') rmSync('dist', { recursive: true, force: true });
const all = sources.flatMap((folder) => [...files(folder)]);
await build({
  entryPoints: all.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')),
  outdir: 'dist',
  outbase: '.',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  // Exports as plain properties: rules call through two of esbuild's getters at every step, a tenth of a run of the gate.
  // Node's reader of CommonJS names must not see the assignment, or `import { gate } from 'lionrock'` finds nothing.
  footer: { js: 'module["exports"] = Object.defineProperty({ ...module.exports }, "__esModule", { value: true });' },
  logLevel: 'warning',
});
for (const path of all.filter((path) => path.startsWith('lib') && path.endsWith('.json'))) {
  mkdirSync(dirname(join('dist', path)), { recursive: true });
  cpSync(path, join('dist', path));
}
