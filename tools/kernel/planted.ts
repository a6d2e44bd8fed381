import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BUGS, type Bug } from './bugs';
import type { Engine } from './engine';
import { firstDisagreement, type Observation } from './verdict';

/** Relative to the root of the project; ignored by git, and below it so that packages are found. */
const FOLDER = 'out/planted';

const ENTRY = `
export { graphOf, templateFromObject } from './lib/template';
export { reachabilityOf } from './lib/proofs/reachability';
`;

/** Tries engines with one bug each on what the kernel said. @returns how many bugs no topology showed. */
export async function catchPlanted(observations: readonly Observation[]): Promise<number> {
  let missed = 0;
  for (const [index, bug] of BUGS.entries()) {
    const engine = await withBug(bug, join(FOLDER, `${index + 1}.cjs`));
    const caught = observations.find((observation) => firstDisagreement(engine, observation) !== undefined);
    if (!caught) missed += 1;
    const result = caught ? `caught by seed ${caught.topology.seed}` : 'NOT CAUGHT';
    console.log(`planted bug ${index + 1}, ${bug.name}: ${result}`);
  }
  return missed;
}

/** The engine with one text of its source replaced: compiled apart, so that no production code knows of it. */
export async function withBug(bug: Bug, outfile: string): Promise<Engine> {
  mkdirSync(FOLDER, { recursive: true });
  let isPlanted = false;
  const plugin: Plugin = {
    name: 'planted bug',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== resolve('lib/proofs/reachability', bug.file)) return undefined;
        isPlanted = true;
        return { contents: planted(bug, readFileSync(path, 'utf8')), loader: 'ts' };
      }),
  };
  await build({
    stdin: { contents: ENTRY, resolveDir: resolve('.'), loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    outfile,
    plugins: [plugin],
  });
  if (!isPlanted) throw new Error(`planted bug "${bug.name}": the engine has no file ${bug.file}`);
  const engine: Engine = require(resolve(outfile));
  return engine;
}

function planted({ name, file, find, replace }: Bug, source: string): string {
  const places = source.split(find).length - 1;
  if (places !== 1) {
    throw new Error(`planted bug "${name}": ${file} has its text ${places} times, expected once: write the bug anew`);
  }
  return source.replace(find, () => replace);
}
