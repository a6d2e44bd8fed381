// Lets Node.js load TypeScript, compiled by esbuild and kept on disk by content. Types are checked by `npm run check`.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync, version } = require('esbuild');

const CACHE = join(__dirname, '../node_modules/.cache/typescript');

function compiled(source, sourcefile) {
  const key = createHash('sha256').update([version, sourcefile, source].join('\0')).digest('hex');
  const kept = join(CACHE, `${key}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const options = { loader: 'ts', format: 'cjs', target: 'node20', sourcefile, sourcemap: 'inline' };
    const { code } = transformSync(source, options);
    mkdirSync(CACHE, { recursive: true });
    // Another worker may write the same at the same time: each puts a whole file in place.
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return code;
  }
}

module.exports = function loadTypescript() {
  // oxlint-disable no-underscore-dangle -- so Node.js names them
  Module._extensions['.ts'] = (module, filename) =>
    module._compile(compiled(readFileSync(filename, 'utf8'), filename), filename);
};
