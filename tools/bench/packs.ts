// `node dist/tools/bench/packs.js [PACK…]`: the gate with other engines over 50 templates of 50 resources; see docs/engines.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gate } from '../../lib/gate';
import { loadEngines } from '../../lib/packs/engines';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { peakMegabytes, secondsSince } from './measurement';
import { writeTemplates } from './varied-templates';

const DEFAULT_PACKS = ['AwsSolutions', 'NIST.800.53.R5'];
const TEMPLATES = 50;
const RESOURCES = 50;

async function main(packs: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-bench-packs-'));
  try {
    const inputs = writeTemplates(folder, TEMPLATES, RESOURCES);
    const started = performance.now();
    const engines = await loadEngines(packs);
    const loaded = secondsSince(started);
    const result = await gate({ inputs, profile: profileById(DEFAULT_PROFILE), engines });
    const seconds = secondsSince(started);
    if (result.errors.length > 0) throw new Error(`not everything was evaluated: ${result.errors[0]?.message}`);
    const foreign = result.findings.filter(({ rule }) => packs.some((pack) => rule.startsWith(`${pack}-`))).length;
    if (foreign === 0) throw new Error('the packs found nothing');
    console.log(
      `${TEMPLATES} templates of ${RESOURCES} resources, ${packs.join(' + ')} and our rules: ${seconds.toFixed(1)} s` +
        ` (${loaded.toFixed(1)} s of it loading; ${cpuSeconds().toFixed(1)} s of processor), peak ${Math.round(peakMegabytes())} MB,` +
        ` ${result.evaluated} answers, ${foreign} findings of the packs`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Time that this process had a processor: what a machine that does other things, too, does not blur. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

main(process.argv.length > 2 ? process.argv.slice(2) : DEFAULT_PACKS).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
