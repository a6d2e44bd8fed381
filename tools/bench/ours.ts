import { join } from 'node:path';
import { gate, registersOf } from '../../lib/gate';
import { synthesize } from '../../lib/landing-zone';
import { loaded } from './config';
import { peakMegabytes, secondsSince, type Ours } from './measurement';

/**
 * Synthesizes the landing zone in `folder` and judges what was written.
 * @throws Error when the gate could not read or evaluate something, or did not see every resource.
 */
export async function measureOurs(folder: string): Promise<Ours> {
  const { config, profile, folder: configFolder } = loaded(join(folder, 'landing-zone.yaml'));
  const outdir = join(folder, 'ours');

  const synthStarted = performance.now();
  const { stacks, resources } = synthesize({ config, profile, configFolder, outdir });
  const synthSeconds = secondsSince(synthStarted);

  const gateStarted = performance.now();
  const result = await gate({ inputs: [outdir], profile, registers: registersOf(config) });
  const gateSeconds = secondsSince(gateStarted);

  const { errors, evaluated, verdict } = result;
  if (errors.length > 0) {
    const lines = errors.map(({ kind, path, message }) => `${path}: ${kind}: ${message}`);
    throw new Error(`the gate did not evaluate everything:\n${lines.join('\n')}`);
  }
  const judged = result.inputs.reduce((sum, input) => sum + input.resources, 0);
  if (judged !== resources) throw new Error(`the gate judged ${judged} resources of ${resources} synthesized`);
  const megabytes = peakMegabytes();
  return { stacks: stacks.length, resources, synthSeconds, gateSeconds, megabytes, evaluated, verdict };
}
