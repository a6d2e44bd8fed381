import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Which file of dist/ holds each module, by the module that the file is named after. Every module outside of the folders
 * below lib/, lib/proofs/ and constructs/ has its own; such a folder is held by its index and by what others import of it. What two
 * files would hold has one too, so that no module exists twice, and so has what reads files beside its own.
 * @param modules paths from the root, with forward slashes
 */
export async function holders(modules, options) {
  const stdin = { contents: modules.map((path) => `import './${path}';`).join('\n'), resolveDir: '.' };
  const { metafile } = await build({ ...options, stdin, write: false, metafile: true });
  const known = new Set(modules);
  const importsOf = (path) =>
    metafile.inputs[path].imports.map((found) => found.path).filter((found) => known.has(found));
  const entries = new Set(modules.filter((path) => roomOf(path) === path || path === `${roomOf(path)}/index.ts`));
  for (const path of modules) {
    if (readFileSync(path, 'utf8').includes('__dirname')) entries.add(path);
    for (const target of importsOf(path)) if (roomOf(target) !== roomOf(path)) entries.add(target);
  }
  for (;;) {
    const { heldBy, twice } = held(entries, importsOf);
    if (twice.size === 0) return heldBy;
    for (const path of twice) entries.add(path);
  }
}

/** A folder below lib/, lib/proofs/ or constructs/; any other module is alone. */
function roomOf(path) {
  return /^(lib\/proofs|lib|constructs)\/[^/]+(?=\/)/.exec(path)?.[0] ?? path;
}

function held(entries, importsOf) {
  const heldBy = new Map();
  const twice = new Set();
  for (const entry of entries) {
    const reached = new Set([entry]);
    // A set that is added to while it is walked is walked to its end.
    for (const path of reached) {
      if (heldBy.has(path)) twice.add(path);
      heldBy.set(path, entry);
      for (const target of importsOf(path)) if (!entries.has(target)) reached.add(target);
    }
  }
  return { heldBy, twice };
}
