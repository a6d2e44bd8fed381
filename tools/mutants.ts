// `npm run mutants [-- --only TEXT] [--sites N] [--hook]`: weakens the example in one realistic way after the other; the gate
// must block each, by a control that it breaks. With --hook the deployed hook is asked instead. docs/mutants.md.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, type LoadedConfig } from '../lib/config';
import { gate, registersOf } from '../lib/gate';
import { synthesize } from '../lib/landing-zone';
import { Assembly, type Mutant } from './mutants/assembly';
import { Hook } from './mutants/hook';
import { OPERATORS } from './mutants/operators';
import { outcomeLine, outcomeOf, type Judgement, type Outcome } from './mutants/outcome';
import { WITHIN_LIMITS } from './mutants/within-limits';

const CONFIG = 'examples/hk-government/landing-zone.yaml';
const FOLDER = join('out', 'mutants');
/** The unweakened example, beside the one that is weakened. */
const BASELINE = join('out', 'mutants-baseline');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      sites: { type: 'string', default: '2' },
      hook: { type: 'boolean', default: false },
    },
  });
  const loaded = config();
  rmSync(FOLDER, { recursive: true, force: true });
  synthesize({ config: loaded.config, profile: loaded.profile, configFolder: loaded.folder, outdir: FOLDER });
  rmSync(BASELINE, { recursive: true, force: true });
  cpSync(FOLDER, BASELINE, { recursive: true });
  const by = { inputs: [FOLDER], profile: loaded.profile, registers: registersOf(loaded.config) };
  const judge = () => gate(by);
  const clean = await judge();
  console.log(`unweakened: ${clean.verdict}, ${clean.summary.pass} pass\n`);
  if (clean.verdict !== 'pass') return 2;
  const chosen = (operators: typeof OPERATORS) => operators.filter(({ name }) => name.includes(values.only));
  const assembly = new Assembly(FOLDER);
  const sites = Number(values.sites);
  if (values.hook) {
    const hook = new Hook(FOLDER, loaded.config);
    try {
      return report(await weaken(assembly, chosen(OPERATORS), sites, (mutant) => hook.judge(mutant)));
    } finally {
      await hook.close();
    }
  }
  return report([
    ...(await weaken(assembly, chosen(OPERATORS), sites, judge)),
    ...(await weaken(assembly, chosen(WITHIN_LIMITS), sites, () => gate({ ...by, baseline: BASELINE, failOn: 'new' }))),
  ]);
}

async function weaken(
  assembly: Assembly,
  operators: typeof OPERATORS,
  sites: number,
  judge: (mutant: Mutant) => Promise<Judgement>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const operator of operators) {
    const mutants = assembly.mutantsOf(operator, sites);
    if (mutants.length === 0) throw new Error(`"${operator.name}" finds nothing to weaken in the example`);
    for (const mutant of mutants) {
      const outcome = await assembly.during(mutant, async () => outcomeOf(mutant, await judge(mutant)));
      console.log(outcomeLine(outcome));
      outcomes.push(outcome);
    }
  }
  return outcomes;
}

function report(outcomes: readonly Outcome[]): number {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  console.log(
    `\n${outcomes.length} mutants: ${count('blocked')} blocked, ${count('misnamed')} blocked by another control, ${count('missed')} missed`,
  );
  return count('missed') + count('misnamed') === 0 ? 0 : 1;
}

function config(): LoadedConfig {
  const loaded = loadConfig(CONFIG);
  if (loaded.kind !== 'loaded') throw new Error(`${CONFIG} cannot be loaded`);
  return loaded;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
