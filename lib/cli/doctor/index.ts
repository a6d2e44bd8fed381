import type { Check } from '../../model';
import { DEFAULT_PATH } from '../default-path';
import type { Session } from '../io';
import { checkAws } from './aws';
import { checkCanary } from './canary';
import { checkConfig } from './config-check';
import { checkNode, checkPackages } from './packages';
import { checkMemory, checkOutput } from './surroundings';

/**
 * Looks at all that synthesis, judgement and deployment rest on.
 * @param config File of the config. @default landing-zone.yaml, if there is one
 */
export async function examine(config: string | undefined, session: Session): Promise<Check[]> {
  const folder = process.cwd();
  const { check, loaded } = checkConfig(config, session.env);
  return [
    checkNode(process.versions.node),
    ...checkPackages(folder),
    await checkCanary(folder),
    check,
    checkOutput(DEFAULT_PATH),
    checkMemory(),
    ...(await checkAws(loaded, DEFAULT_PATH, session)),
  ];
}
