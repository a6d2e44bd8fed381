// `npm run test:e2e [-- --if-able]`: deploys the example into an emulated AWS, reads back what controls promise, and
// breaks things on purpose; docs/e2e.md.
import { rmSync } from 'node:fs';
import { loadConfig, type LandingZoneConfig } from '../lib/config';
import { bootstrap } from './e2e/bootstrap';
import { Deployed } from './e2e/deployed';
import { Emulator, unable, type Keys, type Report } from './e2e/emulator';
import { estateOf, type Estate } from './e2e/estate';
import { lionrock } from './e2e/lionrock';
import { coverageFaults, listFaults } from './e2e/coverage';
import { withDrift, withoutDrift, type Deployment } from './e2e/drift';
import { READ_BACKS } from './e2e/read-back';
import { letStackSetsIn, SCENARIOS } from './e2e/scenarios';
import { Tally } from './e2e/tally';

const CONFIG = 'examples/hk-government/landing-zone.yaml';
/** A small landing zone, in which things are broken. */
const SMALL = 'tools/e2e/small.yaml';
const OUT = 'out/e2e';

/** Exit status of a run that could not take place, by the convention of automake. */
const SKIPPED = 77;

async function main(argv: readonly string[]): Promise<number> {
  const reason = unable();
  if (reason !== undefined) {
    console.log(`SKIPPED: nothing was deployed, read back or broken: ${reason}`);
    return argv.includes('--if-able') ? SKIPPED : 2;
  }
  // What an earlier run wrote of its progress is of an estate that is gone.
  rmSync(OUT, { recursive: true, force: true });
  const tally = new Tally();
  const grown = listFaults();
  if (grown) tally.add('the list of types that the emulator lacks did not grow', grown);
  else
    console.log('NOT CHECKED: whether that list grew, for git tells no earlier state of it: fetch the history of main');
  await synthesize(tally, CONFIG, `${OUT}/example`);
  await synthesize(tally, SMALL, `${OUT}/small`);
  // Both at the same time, each in an AWS of its own: an emulator uses one core.
  await inWorld(CONFIG, 'emulator.log', (example) =>
    inWorld(SMALL, 'emulator-broken.log', async (small) => {
      await tally.phase('every account is bootstrapped by the toolkit of the CDK', async () => {
        for (const { emulator, estate, operator } of [example, small]) await bootstrap(emulator, estate, operator);
      });
      await Promise.all([deployExample(tally, example), breakThings(tally, small)]);
    }),
  );
  return tally.end();
}

interface Opened {
  readonly emulator: Emulator;
  readonly config: LandingZoneConfig;
  readonly estate: Estate;
  readonly operator: Keys;
}

/** Works in an emulated AWS with the organisation of a config, in which nothing stands, and stops it whatever happens. */
async function inWorld(file: string, log: string, work: (world: Opened) => Promise<void>): Promise<void> {
  const config = configOf(file);
  const estate = estateOf(config);
  const emulator = await Emulator.start(`${OUT}/${log}`);
  try {
    await work({ emulator, config, estate, operator: await emulator.found(estate) });
  } finally {
    await emulator.stop();
  }
}

async function deployExample(tally: Tally, { emulator, config, operator }: Opened): Promise<void> {
  const assembly = `${OUT}/example`;
  const env = emulator.environment(operator, config.homeRegion);
  await letStackSetsIn(emulator, operator, config.homeRegion);
  const before = await emulator.report();
  const args = ['deploy', assembly, '-c', CONFIG, '--yes', '--concurrency', '6', '--state', `${OUT}/example.json`];
  const isUp = await tally.phase('lionrock deploy brings up the example', async () => {
    const { status, output } = await lionrock(args, env);
    return status === 0 ? [] : [`it ended with ${status}: ${output.slice(-3000)}`];
  });
  if (!isUp) return;
  const deployed = await Deployed.read(emulator, config.homeRegion, assembly);
  await readBack(tally, emulator, before, deployed);
  await drift(tally, { deployed, assembly, config: CONFIG, env, out: OUT });
}

async function readBack(tally: Tally, emulator: Emulator, before: Report, deployed: Deployed): Promise<void> {
  const report = await emulator.report();
  await tally.phase(`resources are made: ${share(before, report)}`, () => coverageFaults(before, report, deployed));
  for (const { name, run } of READ_BACKS) {
    const { asked, faults } = await run(deployed);
    tally.add(`${name} (${asked})`, faults);
  }
}

async function drift(tally: Tally, deployment: Deployment): Promise<void> {
  await tally.phase('lionrock drift finds nothing after the deployment', () => withoutDrift(deployment));
  await tally.phase('lionrock drift names what is changed by hand', () => withDrift(deployment));
}

async function synthesize(tally: Tally, config: string, assembly: string): Promise<void> {
  await tally.phase(`lionrock synth ${config}`, async () => {
    const { status, output } = await lionrock(['synth', '-c', config, '-o', assembly], {});
    return status === 0 ? [] : [output];
  });
}

async function breakThings(tally: Tally, { emulator, config, operator }: Opened): Promise<void> {
  for (const { name, run } of SCENARIOS) {
    await emulator.clearFaults();
    await tally.phase(name, () => run({ emulator, operator, config, file: SMALL, assembly: `${OUT}/small`, out: OUT }));
  }
}

function configOf(path: string): LandingZoneConfig {
  const loaded = loadConfig(path);
  if (loaded.kind !== 'loaded') throw new Error(`${path} is no valid config`);
  return loaded.config;
}

function share(before: Report, after: Report): string {
  const count = ({ made }: Report): number => Object.values(made).reduce((sum, n) => sum + n, 0);
  const made = count(after) - count(before);
  const listed = Object.values(after.listed).reduce((sum, n) => sum + n, 0);
  return `${made} of ${made + listed}, the rest are of listed types`;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
