import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadConfig, type LandingZoneConfig, type LoadedConfig } from '../../../lib/config';
import { synthesize, type Synthesis } from '../../../lib/landing-zone';
import { profileById } from '../../../lib/profiles';

const EXAMPLE = 'examples/hk-government/landing-zone.yaml';

/** The example, read as a user's command would. */
export function exampleConfig(): LoadedConfig {
  const loaded = loadConfig(EXAMPLE);
  if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
  return loaded;
}

/** Synthesizes a config of the example's folder into a new temporary folder. */
export function assemble(config: LandingZoneConfig, account?: string): Synthesis & { readonly outdir: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
  const built = synthesize({
    config,
    profile: profileById(config.profile),
    configFolder: 'examples/hk-government',
    outdir,
    ...(account === undefined ? {} : { account }),
  });
  return { ...built, outdir };
}

/** All files below a folder: relative path to content. */
export function filesBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'latin1')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export interface SynthesizedResource {
  readonly account: string;
  readonly file: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
}

/** The resources of an assembly with one stage for each account. */
export function resourcesOf(outdir: string): SynthesizedResource[] {
  return [...filesBelow(outdir)]
    .filter(([path]) => path.endsWith('.template.json'))
    .flatMap(([path, text]) => {
      const template = JSON.parse(text) as { Resources?: Record<string, { Type: string; Properties?: object }> };
      return Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => ({
        account: path.split('/')[0]?.replace(/^assembly-/, '') ?? '',
        file: path,
        logicalId,
        type: resource.Type,
        properties: { ...resource.Properties },
      }));
    });
}
