import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { gate } from '../../lib/gate';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { inChild } from './child';
import { peakMegabytes, secondsSince } from './measurement';
import { writeTemplates } from './varied-templates';

/** What `npm run bench -- many` measures when no number is given. */
export const MANY = 3000;

/** Resources of a template: the mean of the corpus, rounded up. */
const RESOURCES = 5;

/** How many templates a peer judges where it is too slow for all; its time is per template. */
const SAMPLE = 60;

export const manySchema = z.strictObject({
  templates: z.int().positive(),
  seconds: z.number().positive(),
  megabytes: z.number().positive(),
  findings: z.int().positive(),
});
type Many = z.infer<typeof manySchema>;

/** Judges every template of the folder in one call; refuses a result that is out of order, or progress with a gap. */
export async function measureMany(folder: string): Promise<Many> {
  const inputs = filesIn(folder);
  let seen = 0;
  const onProgress = (_: string, done: number, total: number) => {
    if (done !== seen++ || total !== inputs.length)
      throw new Error(`progress says ${done} of ${total} after ${seen - 1}`);
  };
  const started = performance.now();
  const result = await gate({ inputs, profile: profileById(DEFAULT_PROFILE), onProgress });
  const seconds = secondsSince(started);
  const paths = result.findings.map(({ template }) => template);
  if (paths.some((path, index) => index > 0 && path < (paths[index - 1] ?? '')))
    throw new Error('findings are out of order');
  if (result.errors.length > 0 || seen !== inputs.length || result.inputs.length !== inputs.length)
    throw new Error(`not every template was judged: ${result.errors[0]?.message ?? `${seen} of ${inputs.length}`}`);
  return { templates: inputs.length, seconds, megabytes: peakMegabytes(), findings: result.findings.length };
}

/** Measures the gate over a tenth and over all, each in a process of its own, and the peers that are on this machine. */
export async function benchMany(script: string, templates: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-bench-'));
  try {
    const rows: Many[] = [];
    console.log(`templates of ${RESOURCES} resources, judged in one call; ms for each template\n`);
    console.log(['side'.padEnd(10), 'templates', '   ms', '   MB', 'findings'].join('  '));
    for (const count of [Math.ceil(templates / 10), templates]) {
      const part = join(folder, String(count));
      mkdirSync(part);
      writeTemplates(part, count, RESOURCES);
      const row = await inChild(script, 'many', part, manySchema);
      console.log(line('gate', row));
      rows.push(row);
    }
    const [small, all] = rows;
    if (!small || !all) return;
    const growth = ((all.megabytes - small.megabytes) * 1000) / (all.templates - small.templates);
    console.log(
      `\nmemory grows by ${growth.toFixed(0)} KB with each template, ${(all.findings / all.templates).toFixed(0)} findings each\n`,
    );
    for (const peer of PEERS) console.log(peerLine(peer, filesIn(join(folder, String(templates))), perTemplate(all)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Peer {
  readonly name: string;
  readonly command: string;
  readonly arguments: (files: readonly string[]) => readonly string[];
  /** Why it cannot run, where it is there. */
  readonly missing?: string;
  readonly sample: number;
}

const { CFN_GUARD = 'cfn-guard', CFN_GUARD_RULES: rules = '' } = process.env;

const PEERS: readonly Peer[] = [
  {
    name: 'cfn-lint',
    command: 'cfn-lint',
    arguments: (files) => ['--format', 'json', '--regions', 'ap-east-1', '--', ...files],
    sample: SAMPLE,
  },
  {
    name: 'cfn-guard',
    command: CFN_GUARD,
    arguments: (files) => [
      'validate',
      '--rules',
      rules,
      '--data',
      ...files,
      '--output-format',
      'json',
      '--show-summary',
      'none',
      '--structured',
    ],
    ...(rules === '' ? { missing: 'name its rules by CFN_GUARD_RULES' } : {}),
    sample: SAMPLE,
  },
];

/** A peer that is not there is said so, never left out in silence. */
function peerLine(
  { name, command, arguments: words, missing, sample }: Peer,
  files: readonly string[],
  own: number,
): string {
  const isThere = spawnSync(command, ['--version']).status === 0;
  if (!isThere || missing !== undefined)
    return `${name} NOT MEASURED: ${isThere ? missing : `${command} is not on this machine`}`;
  const judged = files.slice(0, sample);
  const milliseconds = (count: number) => {
    const started = performance.now();
    const { stdout } = spawnSync(command, words(judged.slice(0, count)), { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (!stdout.includes('{')) throw new Error(`${name} found nothing in ${count} templates: it did not judge them`);
    return performance.now() - started;
  };
  // What loading costs is paid once, and is not what a template costs.
  const each = (milliseconds(judged.length) - milliseconds(1)) / (judged.length - 1);
  return `${name}: ${each.toFixed(1)} ms for each of ${judged.length} templates, ${(each / own).toFixed(1)} times the gate`;
}

function perTemplate({ seconds, templates }: Many): number {
  return (seconds * 1000) / templates;
}

function line(name: string, row: Many): string {
  return [
    name.padEnd(10),
    String(row.templates).padStart(9),
    perTemplate(row).toFixed(1).padStart(5),
    row.megabytes.toFixed(0).padStart(5),
    String(row.findings).padStart(8),
  ].join('  ');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).map((file) => join(folder, file));
}
