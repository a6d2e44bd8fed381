// The tests of an engine, loaded into this process in jest's words: a mutant costs the tests that reach it, not a start of jest.
const { transformSync } = require('esbuild');
const { readdirSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, relative, sep } = require('node:path');

const { expect } = Module.createRequire(require.resolve('jest'))('expect');

const own = (file) => file.startsWith(process.cwd() + sep) && !file.includes(`${sep}node_modules${sep}`);

const compiled = new Map();

/** Node.js's own name for it. */
const COMPILE = '_compile';

require.extensions['.ts'] = (module, file) => {
  if (!compiled.has(file)) {
    const source = readFileSync(file, 'utf8');
    compiled.set(file, transformSync(source, { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file }).code);
  }
  module[COMPILE](compiled.get(file), file);
};

/** Files of tests below a folder that judge mutants: not those that measure time or start processes. */
function testFiles(folder, ignored) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(process.cwd(), folder, file))
    .filter((file) => !ignored.some((pattern) => new RegExp(pattern).test(file)))
    .toSorted();
}

/** Forgets all of our code, and with it what was remembered when another mutant was active. */
function forget() {
  for (const file of Object.keys(require.cache)) if (own(file) && file !== __filename) delete require.cache[file];
}

/** The tests of a file in their order, and what is to be done after them. */
function load(file) {
  const tests = [];
  const ends = [];
  let path = [];
  let hooks = [];
  const within = (name, body) => {
    const outer = [path, hooks];
    [path, hooks] = [[...path, name], [...hooks]];
    body();
    [path, hooks] = outer;
  };
  const add = (name, body) => {
    const id = [...path, name, tests.length].join(' › ');
    // Hooks that are declared behind a test are its hooks, too.
    tests.push({ id, body, hooks });
  };
  const each = (define) => (rows) => (name, body) => {
    for (const row of rows) define(name, Array.isArray(row) ? () => body(...row) : () => body(row));
  };
  const hook = (when) => (body) => void hooks.push({ when, body });
  const once = (when) => (body) => {
    let done = false;
    const first = async () => {
      if (!done) await body();
      done = true;
    };
    hooks.push({ when, body: first });
    if (when === 'end') ends.push(first);
  };
  Object.assign(globalThis, {
    expect,
    describe: Object.assign(within, { each: each(within) }),
    test: Object.assign(add, { each: each(add) }),
    it: Object.assign(add, { each: each(add) }),
    beforeAll: once('before'),
    beforeEach: hook('before'),
    afterAll: once('end'),
    afterEach: hook('after'),
  });
  within(relative(process.cwd(), file), () => void require(file));
  const end = async () => {
    for (const body of ends) await body();
  };
  return { tests, end };
}

/** Runs one test with its hooks; the message of its failure, or undefined. */
async function failureOf({ body, hooks }) {
  try {
    for (const { when, body: hook } of hooks) if (when === 'before') await hook();
    await body();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const { when, body: hook } of hooks) if (when === 'after') await hook();
  }
  return undefined;
}

/** Tests that hold something to a time would fail by the instrumentation, or by what else runs: the clock stands still. */
function stopClock() {
  const { performance } = globalThis;
  const stopped = { value: Object.assign(Object.create(performance), { now: () => 0 }), configurable: true };
  Object.defineProperty(globalThis, 'performance', stopped);
  process.cpuUsage = () => ({ user: 0, system: 0 });
}

module.exports = { testFiles, forget, load, failureOf, stopClock };
