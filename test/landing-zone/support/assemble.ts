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
    .flatMap(([path, text]) => resourcesIn({ account: accountOf(path), file: path, text }));
}

/** The template of a stack set, in one of the accounts that it reaches. */
export interface Delivered {
  readonly account: string;
  /** Name of the stack set. */
  readonly stackSet: string;
  readonly file: string;
  readonly text: string;
}

/** What the stack sets of an assembly bring to the accounts of a config, by the units that they name. */
export function deliveredIn(outdir: string, { accounts, organization }: LandingZoneConfig): Delivered[] {
  const idOf = new Map(
    organization.units.map(({ name, parent, id }) => [parent === 'Root' ? name : `${parent}/${name}`, id]),
  );
  const unitsOf = (unit: string) =>
    unit.split('/').map((_, depth, names) => idOf.get(names.slice(0, depth + 1).join('/')));
  return resourcesOf(outdir)
    .filter(({ type }) => type === 'AWS::CloudFormation::StackSet')
    .flatMap(({ properties }) => {
      const [, hash = ''] = /([0-9a-f]{64})\.json/.exec(JSON.stringify(properties['TemplateURL'])) ?? [];
      const file = `asset.${hash}.json`;
      const text = readFileSync(join(outdir, file), 'utf8');
      const targets = JSON.stringify(properties['StackInstancesGroup']);
      return accounts
        .filter(
          ({ role, unit }) => role !== 'management' && unitsOf(unit).some((id) => id && targets.includes(`"${id}"`)),
        )
        .map(({ name }) => ({ account: name, stackSet: String(properties['StackSetName']), file, text }));
    });
}

/** The resources of one template. */
export function resourcesIn({ account, file, text }: Omit<Delivered, 'stackSet'>): SynthesizedResource[] {
  const template = JSON.parse(text) as { Resources?: Record<string, { Type: string; Properties?: object }> };
  return Object.entries(template.Resources ?? {}).map(([logicalId, resource]) => ({
    account,
    file,
    logicalId,
    type: resource.Type,
    properties: { ...resource.Properties },
  }));
}

function accountOf(path: string): string {
  return path.split('/')[0]?.replace(/^assembly-/, '') ?? '';
}
