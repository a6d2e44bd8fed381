import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_lambda as lambda } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { handlerFolder } from '../handler-folder';

/** By what the hook judges, beside its environment. */
interface HookFiles {
  readonly profile: Profile;
  readonly policy?: string | undefined;
  readonly waivers: readonly string[];
}

/**
 * The bundled handler with profile, policy and registers beside it, as one asset.
 * @throws Error when the handler was not built, or a file does not exist.
 */
export function hookCode(scope: Construct, { profile, policy, waivers }: HookFiles): lambda.AssetCode {
  const bundle = handlerFolder(scope, 'hook');
  const missing = [policy, ...waivers].find((file) => file !== undefined && !existsSync(file));
  if (missing !== undefined)
    throw new Error(`[${scope.node.path}] ${missing} does not exist: correct policy or waivers`);
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-hook-'));
  try {
    cpSync(bundle, folder, { recursive: true });
    writeFileSync(join(folder, 'profile.json'), JSON.stringify(profile, setsAsLists));
    if (policy !== undefined) cpSync(policy, join(folder, 'gate-policy.yaml'));
    for (const [index, file] of waivers.entries()) cpSync(file, join(folder, `waivers-${index}.yaml`));
    const code = lambda.Code.fromAsset(folder);
    // Takes the copy into the assembly now, so that the folder can go.
    code.bind(scope);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function setsAsLists(_: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
