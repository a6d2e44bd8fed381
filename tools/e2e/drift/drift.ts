import { readFileSync } from 'node:fs';
import type { Deployed } from '../deployed';
import { lionrock } from '../lionrock';
import { BREAKS, type Break, type Wanted } from './break';

/** A landing zone that stands, and where it is looked at. */
export interface Deployment {
  readonly deployed: Deployed;
  readonly assembly: string;
  /** Path of the config. */
  readonly config: string;
  readonly env: Readonly<Record<string, string>>;
  /** Folder for what is left behind. */
  readonly out: string;
}

export interface Found extends Wanted {
  readonly status: string;
  /** Path of the template. */
  readonly template: string;
  readonly logicalId: string;
}

/** Nothing differs from the templates, right after the deployment. */
export async function withoutDrift(deployment: Deployment): Promise<string[]> {
  const { status, output, findings } = await drift(deployment, 'as-designed');
  if (status === 0) return [];
  const listed = findings.map(({ rule, logicalId, property = '' }) => `${rule} ${logicalId} ${property}`);
  return [`it ended with ${status}`, ...(listed.length > 0 ? listed : [output.slice(-3000)])];
}

/** Breaks things by hand, and misses each that drift does not name. */
export async function withDrift(deployment: Deployment): Promise<string[]> {
  const broken: { readonly one: Break; readonly logicalId: string }[] = [];
  for (const one of BREAKS) broken.push({ one, logicalId: await breakOne(one, deployment.deployed) });
  const { status, output, findings } = await drift(deployment, 'broken', '--reachability');
  const unnamed = broken.flatMap(({ one, logicalId }) =>
    one.wanted
      .filter((wanted) => !findings.some((found) => isNamed(found, wanted, logicalId)))
      .map(({ rule, resourceType }) => `${one.name}: ${rule} does not name ${resourceType} ${logicalId}`),
  );
  return [...(status === 1 ? [] : [`it ended with ${status}, expected 1: ${output.slice(-2000)}`]), ...unnamed];
}

/** What is in no template has a name that nobody chose. */
function isNamed(found: Found, { rule, resourceType, property }: Wanted, logicalId: string): boolean {
  const isThere = rule === 'deployed-unmanaged' || found.logicalId === logicalId;
  return (
    found.status === 'fail' &&
    found.rule === rule &&
    found.resourceType === resourceType &&
    isThere &&
    (property === undefined || found.property === property)
  );
}

/** @returns the logical id of what was broken. */
async function breakOne({ name, type, fits, run }: Break, deployed: Deployed): Promise<string> {
  const resource = deployed.of(type).find(({ properties, physicalId }) => physicalId && (fits?.(properties) ?? true));
  if (resource?.physicalId === undefined) throw new Error(`${name}: there is no ${type}`);
  await run(resource.physicalId, await deployed.client(resource.account), resource.properties);
  return resource.name.split(': ').at(-1) ?? '';
}

async function drift({ assembly, config, env, out }: Deployment, name: string, ...more: readonly string[]) {
  const file = `${out}/drift-${name}.json`;
  const args = [
    'drift',
    assembly,
    '-c',
    config,
    '--deployed',
    `${out}/deployed`,
    '--format',
    `json=${file}`,
    '--quiet',
  ];
  const { status, output } = await lionrock([...args, ...more], env);
  return { status, output, findings: findingsIn(file) };
}

/** Findings of a result; none where the run ended before it wrote one. */
export function findingsIn(file: string): readonly Found[] {
  try {
    const { findings }: { readonly findings: readonly Found[] } = JSON.parse(readFileSync(file, 'utf8'));
    return findings;
  } catch {
    return [];
  }
}
