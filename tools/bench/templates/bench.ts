import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from '../child';
import { measuredSchema, type Measured } from './measured';
import { SIDES } from './sides';
import { RESOURCES, writeTemplates } from './write-templates';

const TEMPLATES = 50;

/** Measures every side over the same templates, each in a process of its own, and prints a line for each. */
export async function benchTemplates(script: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-bench-'));
  try {
    writeTemplates(TEMPLATES, folder);
    console.log(
      `${TEMPLATES} templates of ${RESOURCES} resources; templates a second in the first pass, the second, and when warm\n`,
    );
    console.log(['side'.padEnd(26), 'first', 'second', 'warm', '   MB', 'answers', 'ratio to cdk-nag'].join('  '));
    const rows: (readonly [string, Measured])[] = [];
    for (const name of Object.keys(SIDES)) rows.push([name, await inChild(script, name, folder, measuredSchema)]);
    const peer = rows.at(-1)?.[1];
    for (const [name, measured] of rows) console.log(line(name, measured, peer));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function line(
  name: string,
  { templates, first, second, warm, megabytes, results }: Measured,
  peer: Measured | undefined,
): string {
  const speed = (seconds: number) => (templates / seconds).toFixed(0);
  return [
    name.padEnd(26),
    speed(first).padStart(5),
    speed(second).padStart(6),
    speed(warm).padStart(4),
    megabytes.toFixed(0).padStart(5),
    String(results).padStart(7),
    peer ? ratios(peer, { first, second, warm }) : '',
  ].join('  ');
}

function ratios(peer: Measured, ours: Pick<Measured, 'first' | 'second' | 'warm'>): string {
  return (['first', 'second', 'warm'] as const)
    .map((name) => `${(peer[name] / ours[name]).toFixed(1)} ${name}`)
    .join(', ');
}
