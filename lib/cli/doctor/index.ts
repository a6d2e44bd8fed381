import type { Io } from '../io';
import { checkIdentity } from './aws-identity';
import { checkCanary } from './canary';
import type { Check } from './check';
import { checkConfig } from './config-check';
import { checkNode, checkPackages } from './packages';
import { checkMemory, checkOutput } from './surroundings';

export type { Check } from './check';

/**
 * Looks at all that synthesis, judgement and deployment rest on.
 * @param config File of the config. @default landing-zone.yaml, if there is one
 */
export async function examine(config: string | undefined, env: Io['env']): Promise<Check[]> {
  const folder = process.cwd();
  const { check, loaded } = checkConfig(config, env);
  return [
    checkNode(process.versions.node),
    ...checkPackages(folder),
    await checkCanary(folder),
    check,
    checkOutput('cdk.out'),
    checkMemory(),
    await checkIdentity(env, loaded),
  ];
}
