import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gate } from '../../lib/gate';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { readUnit } from '../../lib/template';
import { mutateBody, mutateText, randomOf } from './mutate';

/** A template to break. */
export interface Original {
  readonly path: string;
  readonly text: string;
}

export interface Order {
  readonly originals: readonly Original[];
  readonly seed: number;
  readonly runs: number;
  /** Folder for the broken templates. */
  readonly folder: string;
}

/** What the gate made of one broken template. */
export interface Outcome {
  readonly run: number;
  readonly path: string;
  readonly verdict: string;
  readonly seconds: number;
  /** What must not happen: it threw, or a rule did. */
  readonly crash?: string;
}

/** Breaks and judges one template after the other; a new random source for each run, so that each can be repeated. */
async function work({ originals, seed, runs, folder }: Order): Promise<void> {
  for (let run = 0; run < runs; run++) {
    const random = randomOf(seed + run * 7919);
    const original = originals[random(originals.length)];
    if (!original) throw new Error('there is no template to break');
    process.send?.({ started: run, path: original.path });
    const byBytes = random(2) === 0;
    const [body] = byBytes ? [] : readUnit(original.path).graph.templates.map(({ source }) => source);
    const text = body ? JSON.stringify(mutateBody(body, random)) : mutateText(original.text, random);
    const file = join(folder, body ? 'broken.json' : 'broken.yaml');
    writeFileSync(file, text);
    const started = performance.now();
    const outcome = await judge(file);
    const seconds = (performance.now() - started) / 1000;
    if (outcome.crash !== undefined) writeFileSync(join(folder, `crash-${run}`), text);
    process.send?.({ run, path: original.path, seconds, ...outcome } satisfies Outcome);
    rmSync(file);
  }
}

async function judge(file: string): Promise<Pick<Outcome, 'verdict' | 'crash'>> {
  try {
    const { verdict, errors } = await gate({ inputs: [file], profile: profileById(DEFAULT_PROFILE) });
    const thrown = errors.find(
      ({ kind, message }) => kind === 'rule' || /TypeError|RangeError|undefined|\[object/.test(message),
    );
    return { verdict, ...(thrown ? { crash: thrown.message } : {}) };
  } catch (error) {
    return { verdict: 'threw', crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.once('message', (order: Order) => {
  void work(order).then(() => process.disconnect());
});
