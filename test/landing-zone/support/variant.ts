import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = 'examples/hk-government';

/** One department of the example, beside the central accounts. */
const DEPARTMENT = 'open-data-prod';
const CENTRAL = ['management', 'log-archive', 'audit', 'network', 'shared-services'];

export interface Variant {
  readonly profile: string;
  /** File of the organisation's profile; without one the profile is built in. */
  readonly profileFile?: string;
  readonly region: string;
  readonly partition: string;
  /** How names of hosts end. */
  readonly suffix: string;
  /** Name of the level under which the example holds its information. */
  readonly level: string;
  /** Whether the region has CloudFormation hooks. */
  readonly withHook: boolean;
}

interface Example {
  profile: string;
  profiles: unknown[];
  accounts: { name: string; workloads?: { transfer?: string }[] }[];
  transfers: { id: string }[];
  network: { ingress: { publish: { account: string }[] }; flows: { from: string; to: string }[] };
  identity: {
    pipelines: { accounts: string[] }[];
    identityCenter: { permissionSets: { assignments: { accounts: string[] }[] }[] };
  };
  properties?: unknown[];
  deploymentHook?: object;
}

/** The example with fewer accounts, in another partition and jurisdiction; returns the config's path. */
export function variantConfig({ profile, profileFile, region, partition, suffix, level, withHook }: Variant): string {
  const text = readFileSync(join(FOLDER, 'landing-zone.yaml'), 'utf8')
    .replaceAll('amazonaws.com', suffix)
    .replaceAll('arn:aws:', `arn:${partition}:`)
    .replaceAll('ap-east-1', region)
    .replaceAll('UNCLASSIFIED', level);
  const config = parse(text, { merge: true }) as Example;
  config.profile = profile;
  config.profiles = profileFile === undefined ? [] : [parse(readFileSync(profileFile, 'utf8'))];
  const kept = [...CENTRAL, DEPARTMENT];
  const gone = config.accounts.filter(({ name }) => !kept.includes(name)).flatMap(({ workloads = [] }) => workloads);
  config.accounts = config.accounts.filter(({ name }) => kept.includes(name));
  // What nobody carries out any more would be an unused transfer.
  config.transfers = config.transfers.filter(({ id }) => gone.every(({ transfer }) => transfer !== id));
  const { ingress } = config.network;
  ingress.publish = ingress.publish.filter(({ account }) => kept.includes(account));
  const ends = [...kept, 'perimeter', 'internet', 'government-network'];
  config.network.flows = config.network.flows.filter((flow) =>
    [flow.from, flow.to].every((end) => ends.includes(end.split('/')[0] ?? '')),
  );
  for (const pipeline of config.identity.pipelines) {
    pipeline.accounts = pipeline.accounts.filter((name) => kept.includes(name));
  }
  config.identity.pipelines = config.identity.pipelines.filter(({ accounts }) => accounts.length > 0);
  for (const set of config.identity.identityCenter.permissionSets) {
    for (const assignment of set.assignments) {
      assignment.accounts = assignment.accounts.filter((name) => kept.includes(name));
    }
    set.assignments = set.assignments.filter(({ accounts }) => accounts.length > 0);
  }
  config.properties = [];
  // Not every region has CloudFormation hooks.
  if (!withHook) delete config.deploymentHook;
  const folder = mkdtempSync(join(tmpdir(), 'variant-'));
  for (const part of ['functions', 'firewall']) cpSync(join(FOLDER, part), join(folder, part), { recursive: true });
  const path = join(folder, 'landing-zone.yaml');
  writeFileSync(path, JSON.stringify(config, null, 2));
  return path;
}
