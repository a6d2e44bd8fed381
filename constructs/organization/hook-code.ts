import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_s3_assets as assets, FileSystem } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { handlerFolder } from '../handler-folder';

/** By what the hook judges, beside its environment. */
export interface HookFiles {
  /** Jurisdiction by whose rules is judged. @default hk-s17 */
  readonly profile?: Profile;
  /** Policy of the gate, a file. Its engines run in pipelines, not here. @default - none */
  readonly policy?: string;
  /** Registers of waivers that count, files; those that the policy names must be given here too. @default - none */
  readonly waivers?: readonly string[];
  /**
   * What the hook is told of a landing zone, as it sees one template at a time: registers, policy of the config, and what
   * stands in other templates (`HookEstate` of the gate). Whoever may read the function's code can read it.
   * @default - nothing: claims of templates are left to the gate over the whole
   */
  readonly estate?: object;
}

/**
 * The bundled handler with profile, policy and registers beside it, as one asset.
 * @throws Error when the handler was not built, or a file does not exist.
 */
export function hookAsset(scope: Construct, id: string, files: HookFiles): assets.Asset {
  return inFolder(scope, files, (path) => new assets.Asset(scope, id, { path }));
}

/**
 * Names what {@link hookAsset} holds by its content.
 * @throws Error when the handler was not built, or a file does not exist.
 */
export function hookContent(scope: Construct, files: HookFiles): string {
  return inFolder(scope, files, (path) => FileSystem.fingerprint(path));
}

function inFolder<T>(scope: Construct, files: HookFiles, use: (folder: string) => T): T {
  const { profile, policy, waivers = [], estate } = files;
  const bundle = handlerFolder(scope, 'hook');
  const missing = [policy, ...waivers].find((file) => file !== undefined && !existsSync(file));
  if (missing !== undefined)
    throw new Error(`[${scope.node.path}] ${missing} does not exist: correct policy or waivers`);
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-hook-'));
  try {
    cpSync(bundle, folder, { recursive: true });
    writeFileSync(join(folder, 'profile.json'), JSON.stringify(profile ?? profileById(DEFAULT_PROFILE), setsAsLists));
    if (estate) writeFileSync(join(folder, 'estate.json'), JSON.stringify(estate));
    if (policy !== undefined) cpSync(policy, join(folder, 'gate-policy.yaml'));
    for (const [index, file] of waivers.entries()) cpSync(file, join(folder, `waivers-${index}.yaml`));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function setsAsLists(_: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
