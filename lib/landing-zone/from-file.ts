import type { App } from 'aws-cdk-lib';
import { loadConfig, problemText } from '../config';
import { landingZoneApp } from './app';

/**
 * Reads a config and builds its app, for the standard CDK command line, which says where the assembly goes.
 * @throws Error with everything that is wrong with the config.
 */
export function appFromFile(path: string): App {
  const loaded = loadConfig(path);
  if (loaded.kind === 'unreadable') throw new Error(loaded.message);
  if (loaded.kind === 'wrong') throw new Error(loaded.problems.map(problemText).join('\n'));
  return landingZoneApp({ config: loaded.config, profile: loaded.profile, configFolder: loaded.folder });
}
