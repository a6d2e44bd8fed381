import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { RESOURCE_TYPES } from './resource-types.mjs';

/** What the bundle of the gate reads beside itself. */
const TABLES = ['lib/proofs/guardrails/actions/table.json', RESOURCE_TYPES];

/**
 * Bundles each Lambda source of lib/handlers, with every package that it needs, into a folder of its own that can be
 * deployed as it is.
 * @param outdir folder below which `lib/handlers/NAME/` is made
 */
export async function bundleHandlers(outdir) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const handlers = readdirSync('lib/handlers').filter((name) => existsSync(`lib/handlers/${name}/index.ts`));
  for (const handler of handlers) {
    const folder = join(outdir, 'lib', 'handlers', handler);
    mkdirSync(folder, { recursive: true });
    await build({
      entryPoints: [`lib/handlers/${handler}/index.ts`],
      outfile: join(folder, 'index.js'),
      bundle: true,
      minify: true,
      keepNames: true,
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      // Lambda's runtime has it.
      external: ['@aws-sdk/*'],
      // The CommonJS form of jsonc-parser requires its parts by paths that no bundler sees.
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    if (handler === 'hook') for (const table of TABLES) copyFileSync(table, join(folder, basename(table)));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type: 'commonjs' })}\n`);
  }
}
