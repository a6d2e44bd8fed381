// `npm start`: landing-zone.yaml -> cloud assembly -> verdict, offline, with a short summary.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, problemText, type LoadedConfig } from '../../lib/config';
import { CONTROLS } from '../../lib/controls';
import { gate, registersOf, Reviewer } from '../../lib/gate';
import { synthesize, type Synthesis } from '../../lib/landing-zone';
import type { GateResult } from '../../lib/model';
import { htmlReport, jsonReport, textReport } from '../../lib/report';

const CONFIG = 'examples/hk-government/landing-zone.yaml';
const OUT = 'out';
const EXIT = { pass: 0, fail: 1, unknown: 2 } as const;

/** Runs a phase, and remembers how long it took. */
class Phases {
  readonly seconds: (readonly [name: string, seconds: number])[] = [];

  async run<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    progress(`${name} …`);
    const started = performance.now();
    const result = await work();
    this.seconds.push([name, (performance.now() - started) / 1000]);
    progress('');
    return result;
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY && process.env['CI'] !== 'true') process.stderr.write(`\r\u001b[K${text.slice(0, 79)}`);
}

function config(): LoadedConfig {
  const loaded = loadConfig(CONFIG);
  if (loaded.kind === 'loaded') return loaded;
  throw new Error(loaded.kind === 'wrong' ? loaded.problems.map(problemText).join('\n') : loaded.message);
}

function summary(built: Synthesis, result: GateResult, phases: Phases): string {
  const { fail, unknown, waived, pass } = result.summary;
  const total = phases.seconds.reduce((sum, [, seconds]) => sum + seconds, 0);
  const times = phases.seconds.map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    ['landing zone', `${CONFIG}, profile ${result.profile}`],
    ['accounts', `${built.accounts.length}`],
    ['stacks', `${built.stacks.length}`],
    ['resources', `${built.resources}`],
    ['controls', `${result.controls.length} of ${CONTROLS.length} evidenced by templates`],
    ['findings', `${fail} fail, ${unknown} unknown, ${waived} waived, ${pass} pass`],
    ['verdict', result.verdict],
    ['assembly', join(OUT, 'cdk.out')],
    ['results', `${join(OUT, 'findings.txt')}, ${join(OUT, 'findings.json')}`],
    ['review page', `${join(OUT, 'review.html')}, opens in any browser`],
    ['time', `${total.toFixed(1)} s: ${times}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(13)} ${value}`).join('\n');
}

async function main(): Promise<void> {
  const phases = new Phases();
  const outdir = join(OUT, 'cdk.out');
  const loaded = await phases.run('config', config);
  const built = await phases.run('synth', () =>
    synthesize({
      config: loaded.config,
      profile: loaded.profile,
      configFolder: loaded.folder,
      outdir,
      onProgress: (account, done, count) => progress(`synth: ${done} of ${count}, ${account}`),
    }),
  );
  const judged = { profile: loaded.profile, registers: registersOf(loaded.config), now: new Date() };
  const reviewer = new Reviewer({ ...judged, text: (path) => readFileSync(path, 'utf8') });
  const result = await phases.run('gate', () => gate({ ...judged, inputs: [outdir], observer: reviewer }));
  mkdirSync(OUT, { recursive: true });
  const page = await phases.run('review', () => htmlReport(reviewer.review(result)));
  writeFileSync(join(OUT, 'review.html'), page);
  writeFileSync(join(OUT, 'findings.json'), jsonReport(result));
  writeFileSync(join(OUT, 'findings.txt'), textReport(result, {}));
  console.log(summary(built, result, phases));
  for (const warning of built.warnings) console.log(`  warning: ${warning}`);
  for (const reason of result.reasons) console.log(`  ${reason}`);
  process.exitCode = EXIT[result.verdict];
}

main().catch((error: unknown) => {
  progress('');
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = EXIT.unknown;
});
