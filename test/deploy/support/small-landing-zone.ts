import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LandingZoneConfig, LoadedConfig } from '../../../lib/config';
import { profileById } from '../../../lib/profiles';

const REGION = 'ap-east-1';

/** Names of the accounts, by role; ids are theirs in order: 200000000001, … */
const ACCOUNTS = {
  management: 'management',
  'log-archive': 'log-archive',
  audit: 'audit',
  network: 'network',
  'shared-services': 'shared-services',
  portal: 'workload',
} as const;

export type AccountName = keyof typeof ACCOUNTS;

export function idOf(account: AccountName): string {
  return String(200000000001 + Object.keys(ACCOUNTS).indexOf(account));
}

/** Of a config, what deployment reads. */
export function loadedConfig(deployment: LandingZoneConfig['deployment'] = {}): LoadedConfig {
  const holds = { classification: 'UNCLASSIFIED' };
  const accounts = Object.entries(ACCOUNTS).map(([name, role]) => ({
    name,
    role,
    id: idOf(name as AccountName),
    holds,
  }));
  const config = { name: 'small', homeRegion: REGION, accounts, deployment };
  return { config, profile: profileById('hk-s17') } as unknown as LoadedConfig;
}

export interface SmallStack {
  /** Ids of artifacts of the same account that it needs. */
  readonly needs?: readonly string[];
  readonly resources?: Readonly<Record<string, object>>;
  /** SSM parameter of another account that it reads. */
  readonly reads?: string;
  /** @default the home region */
  readonly region?: string;
}

/** Writes a cloud assembly as the CDK does: a nested one for each account, in it a stack for each capability. */
export function writeAssembly(
  folder: string,
  accounts: Partial<Record<AccountName, Readonly<Record<string, SmallStack>>>>,
): string {
  const nested = Object.entries(accounts).map(([account, stacks]) => {
    const directoryName = `assembly-${account}`;
    writeStage(join(folder, directoryName), account as AccountName, stacks);
    return [directoryName, { type: 'cdk:cloud-assembly', properties: { directoryName, displayName: account } }];
  });
  writeManifest(folder, Object.fromEntries(nested));
  return folder;
}

function writeStage(folder: string, account: AccountName, stacks: Readonly<Record<string, SmallStack>>): void {
  const id = idOf(account);
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(stacks).map(([capability, { needs = [], resources = {}, reads, region = REGION }]) => {
    const templateFile = `${account}${capability}.template.json`;
    const parameters = reads === undefined ? {} : { Parameters: { Read: { Type: 'String', Default: reads } } };
    writeFileSync(join(folder, templateFile), JSON.stringify({ ...parameters, Resources: resources }));
    const role = (purpose: string) => `arn:\${AWS::Partition}:iam::${id}:role/cdk-${purpose}-${id}-${REGION}`;
    const properties = {
      templateFile,
      stackName: `${account}-${capability}`,
      assumeRoleArn: role('deploy'),
      lookupRole: { arn: role('lookup') },
      requiresBootstrapStackVersion: 6,
      bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version',
    };
    const stack = {
      type: 'aws:cloudformation:stack',
      environment: `aws://${id}/${region}`,
      displayName: `${account}/${capability}`,
      dependencies: [`${account}${capability}.assets`, ...needs.map((need) => `${account}${need}`)],
      properties,
    };
    return [`${account}${capability}`, stack];
  });
  writeManifest(folder, Object.fromEntries(entries));
}

function writeManifest(folder: string, artifacts: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }));
}

/** A resource that writes an SSM parameter. */
export const parameter = (name: string) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name: name, Value: 'x' } });

/** ARN under which another account reads it. */
export const parameterArn = (account: AccountName, name: string) =>
  `arn:aws:ssm:${REGION}:${idOf(account)}:parameter${name}`;
