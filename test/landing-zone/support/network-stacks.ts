import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_kms as kms, Stack, Stage } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { Names } from '../../../lib/landing-zone/names';
import { NetworkStacks } from '../../../lib/landing-zone/network-stacks';
import { landingZoneSchema } from '../../../lib/config';
import { profileById } from '../../../lib/profiles';
import type { LandingZoneInput } from './small-config';

const OUT = mkdtempSync(join(tmpdir(), 'lionrock-networks-'));
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

/** Resources by account, stack and logical id. */
export type Resources = ReadonlyMap<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>;

/** The networks of all accounts of a landing zone, and nothing else of it. */
export function networkResources(input: LandingZoneInput): Resources {
  return new Map(networkApp(input).stages.flatMap((stage) => resourcesOf(stage.stageName, stage.synth())));
}

/** The networks of all accounts as a cloud assembly: its folder. */
export function networkAssembly(input: LandingZoneInput): string {
  return networkApp(input).app.synth().directory;
}

function networkApp(input: LandingZoneInput) {
  const config = landingZoneSchema.parse(input);
  const profile = profileById(config.profile);
  const names = new Names(config, profile);
  const app = new App({ outdir: mkdtempSync(join(OUT, 'assembly-')), analyticsReporting: false, treeMetadata: false });
  const stages = config.accounts.flatMap((account) => {
    if (account.vpcs.length === 0) return [];
    const stage = new Stage(app, account.name, { env: { account: account.id, region: config.homeRegion } });
    const key = new kms.Key(new Stack(stage, 'keys'), 'Key');
    new NetworkStacks(stage, { config, profile, account, names, configFolder: '.', key, secretKey: () => key });
    return [stage];
  });
  return { app, stages };
}

function resourcesOf(account: string, assembly: CloudAssembly) {
  return assembly.stacks.flatMap(({ displayName, template }) =>
    Object.entries((template as { Resources?: Record<string, { Type: string }> }).Resources ?? {}).map(
      ([logicalId, resource]) => [`${account} ${displayName} ${logicalId}`, resource] as const,
    ),
  );
}
