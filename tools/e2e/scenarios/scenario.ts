import { rmSync } from 'node:fs';
import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import type { LandingZoneConfig } from '../../../lib/config';
import { findingsIn, type Found } from '../drift';
import type { Emulator, Keys } from '../emulator';
import { lionrock, type Run, type RunOptions } from '../lionrock';

/** Where something is broken: a small landing zone, its emulated AWS, and whoever operates it. */
export interface World {
  readonly emulator: Emulator;
  readonly operator: Keys;
  readonly config: LandingZoneConfig;
  /** Path of the config. */
  readonly file: string;
  /** Folder of its assembly. */
  readonly assembly: string;
  /** Folder for what is left behind. */
  readonly out: string;
}

/** Something that goes wrong, and what is to come of it. */
export interface Scenario {
  readonly name: string;
  /** @returns what came out otherwise. */
  readonly run: (world: World) => Promise<readonly string[]>;
}

export interface DeployOptions extends RunOptions {
  readonly keys?: Keys;
  readonly args?: readonly string[];
}

/** `lionrock deploy` of the small landing zone, with the state file of this scenario. */
export async function deploy(
  world: World,
  state: string,
  { keys, args = [], ...options }: DeployOptions = {},
): Promise<Run> {
  const { emulator, operator, config, file, assembly, out } = world;
  const fixed = ['deploy', assembly, '-c', file, '--yes', '--state', `${out}/${state}.json`];
  return await lionrock([...fixed, ...args], emulator.environment(keys ?? operator, config.homeRegion), options);
}

/** `lionrock drift` of the small landing zone. */
export async function drift(world: World): Promise<Run & { readonly findings: readonly Found[] }> {
  const { emulator, operator, config, file, assembly, out } = world;
  const result = `${out}/drift-small.json`;
  const fixed = ['drift', assembly, '-c', file, '--deployed', `${out}/deployed-small`, '--format', `json=${result}`];
  // What an earlier run found is none of this one's.
  rmSync(result, { force: true });
  const run = await lionrock(fixed, emulator.environment(operator, config.homeRegion));
  return { ...run, findings: findingsIn(result) };
}

/** What clients are made with that ask in an account, under a role of it. */
export async function optionsIn({ emulator, config }: World, account: string, role: string) {
  const credentials = await emulator.session(`arn:aws:iam::${account}:role/${role}`, config.homeRegion);
  return { endpoint: emulator.url, region: config.homeRegion, credentials };
}

/** Names and states of the stacks that stand in an account, without the CDK's own. */
async function stacksIn(world: World, account: string): Promise<Map<string, string>> {
  const role = `cdk-hnb659fds-lookup-role-${account}-${world.config.homeRegion}`;
  const client = new CloudFormationClient(await optionsIn(world, account, role));
  const { StackSummaries: found = [] } = await client.send(new ListStacksCommand({}));
  client.destroy();
  const own = found.filter(
    ({ StackName, StackStatus }) => StackName !== 'CDKToolkit' && StackStatus !== 'DELETE_COMPLETE',
  );
  return new Map(own.map(({ StackName = '', StackStatus = '' }) => [StackName, StackStatus]));
}

/** All stacks of the landing zone that stand, by name. */
export async function allStacks(world: World): Promise<Map<string, string>> {
  const each = await Promise.all(world.config.accounts.map(({ id }) => stacksIn(world, id)));
  return new Map(each.flatMap((stacks) => [...stacks]));
}

/** A fault where a run ended otherwise, or did not say what it should. */
export function ended({ status, output }: Run, wanted: number, ...says: readonly RegExp[]): string[] {
  return [
    ...(status === wanted ? [] : [`it ended with ${status}, expected ${wanted}: ${output.slice(-1500)}`]),
    ...says.filter((text) => !text.test(output)).map((text) => `it did not say ${text}: ${output.slice(-1500)}`),
  ];
}
