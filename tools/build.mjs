// Builds the tree into dist/ with esbuild (types are checked by `npm run check`, declarations made at pack time). A folder
// below lib/ or constructs/ becomes a few files instead of hundreds, which take most of a short command's time to load.
// `node tools/build.mjs FOLDER` builds into another folder.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeActionTable } from './action-table.mjs';
import { bundleHandlers } from './bundle-handlers.mjs';
import { BUNDLED, bundlePackages, packageFile } from './bundle-packages.mjs';
import { bundlePage, PAGE } from './bundle-page.mjs';
import { holders } from './build-files.mjs';
import { writeProfileList } from './profile-list.mjs';
import { writeResourceTypes } from './resource-types.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = process.argv[2] ?? 'dist';
const sources = ['bin', 'lib', 'constructs', 'examples', 'tools'];

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('cdk.out')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

/** Leaves what another file holds to `require`: each module exists once, and is loaded when it is needed. */
function filesStayApart(heldBy) {
  const moduleOf = (path) => relative(root, path).split(sep).join('/');
  return {
    name: 'files-stay-apart',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (kind === 'entry-point' || pluginData === filesStayApart) return undefined;
        const found = await resolve(path, { importer, resolveDir, kind, pluginData: filesStayApart });
        const [from, to] = [heldBy.get(moduleOf(importer)), moduleOf(found.path)];
        return heldBy.get(to) === to && from !== to ? { path: pathBetween(from, to), external: true } : found;
      });
      onResolve({ filter: new RegExp(`^(${BUNDLED.join('|')})$`) }, ({ path, importer }) => {
        return { path: pathBetween(heldBy.get(moduleOf(importer)), packageFile('', path)), external: true };
      });
    },
  };
}

/** As `require` in one file names another: `./a/index.js`. */
function pathBetween(from, to) {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

process.chdir(root);
writeActionTable();
writeResourceTypes();
writeProfileList();
// npm runs `prepare` after `prepack`, which put the declarations there.
if (process.env.npm_lifecycle_event !== 'prepare') rmSync(outdir, { recursive: true, force: true });
const options = { bundle: true, packages: 'external', platform: 'node', outdir, logLevel: 'warning' };
const all = sources.flatMap((folder) => [...files(folder)]).map((path) => path.split(sep).join('/'));
const isApart = (path) => ['lib/handlers/', `${PAGE}/`].some((folder) => path.startsWith(folder));
const modules = all.filter((path) => /(?<!\.d)\.ts$/.test(path) && !isApart(path));
const heldBy = await holders(modules, options);
await build({
  ...options,
  entryPoints: [...new Set(heldBy.values())],
  outbase: '.',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  plugins: [filesStayApart(heldBy)],
  // Exports as plain properties: rules call through two of esbuild's getters at every step, a tenth of a run of the gate.
  // Node's reader of CommonJS names must not see the assignment, or `import { gate } from 'lionrock'` finds nothing.
  footer: { js: 'module["exports"] = Object.defineProperty({ ...module.exports }, "__esModule", { value: true });' },
});
for (const path of all.filter((path) => /^(lib|constructs)\/.*(?<!tsconfig)\.json$/.test(path))) {
  mkdirSync(dirname(join(outdir, path)), { recursive: true });
  cpSync(path, join(outdir, path));
}
await bundlePackages(outdir);
await bundleHandlers(outdir);
await bundlePage(outdir);
