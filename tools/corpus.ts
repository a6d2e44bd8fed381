// `npm run corpus [-- FOLDER] [--shuffle SEED]`: holds the rules against labelled templates of other checkers; docs/corpus.md.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gate } from '../lib/gate';
import type { GateResult, RunError } from '../lib/model';
import { DEFAULT_PROFILE, profileById } from '../lib/profiles';
import { answer, type Answer } from './corpus/answer';
import { readLabels, type Label } from './corpus/labels';
import { disputeLines, fairShare, missLine, stricterLines, table } from './corpus/report';
import { scoreOf } from './corpus/score';
import { shuffle } from './corpus/shuffle';

/** What the figures must be, after disputed labels. */
const TARGET = { found: 0.97, notContradicted: 0.98, waived: 1, unknown: 0.03 } as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { shuffle: { type: 'string' } } });
  const folder = resolve(positionals[0] ?? '../shared/corpus');
  if (!existsSync(join(folder, 'labels.json'))) {
    console.error(`there is no labels.json in ${folder}: name the folder of the corpus, npm run corpus -- FOLDER`);
    return 2;
  }
  const labels = readLabels(folder);
  if (values.shuffle === undefined) return measure(folder, labels);
  const copy = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    return await measure(copy, shuffle(folder, labels, Number(values.shuffle), copy));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

async function measure(folder: string, labels: readonly Label[]): Promise<number> {
  process.chdir(folder);
  const started = performance.now();
  const inputs = [...new Set(labels.map(({ file }) => file))];
  const result = await gate({ inputs, profile: profileById(DEFAULT_PROFILE), includePassed: true, inline: 'honour' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const byTemplate = groupBy(result.findings, ({ template }) => template);
  const answers = labels
    .filter(({ inScope }) => inScope)
    .map((label) => answer(label, byTemplate.get(label.file) ?? []));
  console.log(`${inputs.length} templates in ${seconds} s, ${answers.length} labels in scope\n`);
  return report(answers, result);
}

function report(answers: readonly Answer[], { errors }: GateResult): number {
  const topics = groupBy(answers, ({ label }) => label.topic);
  const scores = [...topics].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([topic, some]) => scoreOf(topic, some));
  const total = scoreOf('all', answers);
  console.log(table(scores, total));
  const missed = answers.filter(({ met }) => !met);
  print('Not met', missed.map(missLine));
  print('Stricter than a label that passes', stricterLines(answers));
  print('Disputed labels', disputeLines());
  const crashed = errors.filter(({ kind }) => kind !== 'nothing-evaluated');
  print('Not read or not evaluated', crashed.map(errorLine));
  print('No rule judges', errors.filter((error) => !crashed.includes(error)).map(errorLine));
  const failures = [
    ...below('found', fairShare(total.fail), TARGET.found),
    ...below('not contradicted', fairShare(total.pass), TARGET.notContradicted),
    ...below('waived', fairShare(total.suppressed), TARGET.waived),
    ...scores
      .filter(({ unknown, fail, pass }) => unknown > TARGET.unknown * (fail.labels + pass.labels))
      .map(({ topic, unknown }) => `${topic}: ${unknown} unknown, at most ${TARGET.unknown * 100}% allowed`),
    ...(crashed.length > 0 ? [`${crashed.length} templates could not be judged`] : []),
  ];
  console.log(failures.length === 0 ? '\ntargets met' : `\ntargets missed: ${failures.join('; ')}`);
  return failures.length === 0 ? 0 : 1;
}

function below(name: string, share: number, target: number): readonly string[] {
  const text = `${name}, disputed labels aside: ${(share * 100).toFixed(2)}% (target ${target * 100}%)`;
  console.log(text);
  return share < target ? [text] : [];
}

function print(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title} (${lines.length})\n${lines.join('\n')}`);
}

function errorLine({ path, kind, message }: RunError): string {
  return `  ${path} (${kind}): ${message}`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
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
