// `npm run bench [-- templates | many [COUNT] | SIZE…]`: against cdk-nag's packs, over templates and over landing zones; docs/bench.md says how.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild, MEASURE, report } from './bench/child';
import { writeConfig } from './bench/config';
import { benchMany, MANY, measureMany } from './bench/many';
import { oursSchema, peerSchema } from './bench/measurement';
import type * as ours from './bench/ours';
import type * as peer from './bench/peer';
import { benchTemplates } from './bench/templates/bench';
import type * as sides from './bench/templates/sides';
import { evidence, heading, line, type Row } from './bench/table';

const DEFAULT_SIZES = ['25', '50', '100'];

/** Argument that asks for the templates alone. */
const TEMPLATES = 'templates';

/** Argument that asks for thousands of templates in one call. */
const THOUSANDS = 'many';

async function main(argv: readonly string[]): Promise<void> {
  const [first, side, folder] = argv;
  if (first === MEASURE) return measure(side, folder);
  if (argv.length === 0 || first === TEMPLATES) await benchTemplates(__filename);
  if (first === THOUSANDS) return benchMany(__filename, side === undefined ? MANY : sizeOf(side, 'templates'));
  if (first !== TEMPLATES) await bench(argv.length > 0 ? argv : DEFAULT_SIZES);
}

/** Measures one side; only that side's libraries are loaded. */
async function measure(side: string | undefined, folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error(`${MEASURE} expects a side and a folder`);
  if (side === 'ours') {
    const { measureOurs }: typeof ours = require('./bench/ours');
    await report(await measureOurs(folder));
  } else if (side === 'peer') {
    const { measurePeer }: typeof peer = require('./bench/peer');
    await report(measurePeer(folder));
  } else if (side === THOUSANDS) {
    await report(await measureMany(folder));
  } else {
    const { measureSide }: typeof sides = require('./bench/templates/sides');
    await report(await measureSide(side ?? '', folder));
  }
}

async function bench(arguments_: readonly string[]): Promise<void> {
  const sizes = arguments_.map((text) => sizeOf(text, 'departments'));
  console.log(`${availableParallelism()} cores, Node ${process.version}; one run of each side, one after the other\n`);
  console.log(heading());
  const rows: Row[] = [];
  for (const departments of sizes) {
    const row = await compare(departments);
    console.log(line(row));
    rows.push(row);
  }
  console.log(`\n${rows.map(evidence).join('\n')}`);
}

function sizeOf(text: string, of: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no number of ${of}: expected 1 or more`);
  return Number(text);
}

async function compare(departments: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-bench-'));
  try {
    for (const side of ['ours', 'peer']) mkdirSync(join(folder, side));
    writeConfig(departments, folder);
    const ours = await inChild(__filename, 'ours', folder, oursSchema);
    const peer = await inChild(__filename, 'peer', folder, peerSchema);
    if (ours.stacks !== peer.stacks || ours.resources !== peer.resources) {
      const sizes = [ours, peer].map(({ stacks, resources }) => `${stacks} stacks with ${resources} resources`);
      throw new Error(`the two sides synthesized different apps: ${sizes.join(' and ')}`);
    }
    return { departments, ours, peer };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
