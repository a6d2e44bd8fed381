import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_kms as kms, Stack, Stage } from 'aws-cdk-lib';
import { AlertTopic } from '../../../constructs/detection';
import type { StackContext } from '../../../lib/landing-zone/context';
import { Names } from '../../../lib/landing-zone/names';
import { profileById } from '../../../lib/profiles';
import { SMALL_CONFIG_FOLDER, smallConfig, type LandingZoneInput } from '../support/small-config';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface TestStage {
  readonly stage: Stage;
  readonly context: StackContext;
}

/** The stage of one account of the small landing zone, empty, as the app makes it. */
export function stageOf(name: string, overrides: Partial<LandingZoneInput> = {}): TestStage {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-stage-'));
  folders.push(outdir);
  const config = smallConfig(overrides);
  const profile = profileById(config.profile);
  const names = new Names(config, profile);
  const account = names.account(name);
  const app = new App({ outdir, context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  const stage = new Stage(app, account.name, { env: { account: account.id, region: config.homeRegion } });
  return { stage, context: { config, profile, names, account, configFolder: SMALL_CONFIG_FOLDER } };
}

/** A key in a stack of its own, as the account's keys are. */
export function keyOf(stage: Stage): kms.Key {
  return new kms.Key(new Stack(stage, 'keys'), 'Key', { enableKeyRotation: true });
}

/**
 * A topic in a stack of its own, as the account's is.
 * @param encryptionKey Key of the account. @default one of a stack of its own
 */
export function topicOf(stage: Stage, encryptionKey: kms.Key = keyOf(stage)): AlertTopic['topic'] {
  return new AlertTopic(new Stack(stage, 'alerts'), 'Alerts', { encryptionKey }).topic;
}
