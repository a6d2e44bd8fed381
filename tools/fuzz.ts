// `npm run fuzz [-- FOLDER] [--runs N] [--seed N]`: judges templates of a folder with random bytes and values broken.
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Order, Original, Outcome } from './fuzz/run';

/** A template that takes longer hangs; ordinary ones take milliseconds. In seconds. */
const PATIENCE = 20;

function originalsIn(folder: string): readonly Original[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ya?ml|template)$/.test(name) && name !== 'labels.json')
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

interface Started {
  readonly started: number;
  readonly path: string;
}

/** Judges all broken templates in a process of its own, which is ended when one of them hangs. */
function fuzz(order: Order): Promise<readonly Outcome[]> {
  return new Promise((done, failed) => {
    const worker = fork(join(__dirname, 'fuzz', 'run.js'));
    const outcomes: Outcome[] = [];
    let timer: NodeJS.Timeout | undefined;
    const hung = ({ started: run, path }: Started) => {
      outcomes.push({ run, path, verdict: 'none', seconds: PATIENCE, crash: 'hung' });
      worker.kill('SIGKILL');
    };
    worker.on('message', (message: Outcome | Started) => {
      clearTimeout(timer);
      if ('started' in message) timer = setTimeout(() => hung(message), PATIENCE * 1000);
      else outcomes.push(message);
    });
    worker.on('error', failed);
    worker.on('exit', () => {
      clearTimeout(timer);
      done(outcomes);
    });
    worker.send(order);
  });
}

async function main(): Promise<number> {
  const options = { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const from = resolve(positionals[0] ?? '../shared/corpus');
  if (!existsSync(from)) {
    console.error(`there is no folder ${from}: name one that holds templates, npm run fuzz -- FOLDER`);
    return 2;
  }
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const originals = originalsIn(from);
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-fuzz-'));
  const outcomes = await fuzz({ originals, seed, runs, folder });
  const crashes = outcomes.filter(({ crash }) => crash !== undefined);
  const verdicts = ['pass', 'fail', 'unknown'].map(
    (name) => `${outcomes.filter(({ verdict }) => verdict === name).length} ${name}`,
  );
  const slowest = Math.max(...outcomes.map(({ seconds }) => seconds));
  for (const { run, path, crash } of crashes) console.log(`run ${run} of seed ${seed}, ${path}: ${crash}`);
  console.log(
    `${outcomes.length} of ${runs} broken templates judged: ${verdicts.join(', ')}; slowest ${slowest.toFixed(2)} s`,
  );
  if (crashes.length > 0) console.log(`${crashes.length} crashed or hung; their text is in ${folder}`);
  else rmSync(folder, { recursive: true });
  return crashes.length > 0 || outcomes.length < runs ? 1 : 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
