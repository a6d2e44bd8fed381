import { hasCode } from '../model';
import type * as deployment from '../deploy';
import type * as drift from '../drift';
import type * as toolkit from '../deploy/toolkit';
import { packageManifest } from '../model/package';
import { CannotError } from './exit';

/**
 * What deployment needs, loaded when it is needed: the packages behind it are optional, so that the gate stays light.
 * @throws CannotError when one is not installed, with the command that installs all.
 */
export function loadDeploy(): typeof deployment {
  return orInstall(() => require('../deploy') as typeof deployment);
}

/** The same for what reads the deployed accounts. */
export function loadDrift(): typeof drift {
  return orInstall(() => require('../drift') as typeof drift);
}

/** The same for the toolkit of the CDK, which takes a second to load. */
export function loadToolkit(): typeof toolkit {
  return orInstall(() => require('../deploy/toolkit') as typeof toolkit);
}

function orInstall<T>(load: () => T): T {
  // Which versions of Node.js are right, the doctor says.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  try {
    return load();
  } catch (error) {
    if (!hasCode(error, 'MODULE_NOT_FOUND')) throw error;
    const missing = /Cannot find module '([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new CannotError(
      `deployment needs ${missing ?? 'packages'}, which is not installed: ${installCommand()}`,
      error,
    );
  }
}

/** Installs all that deployment needs, in the versions that this package was tried with. */
function installCommand(): string {
  const { peerDependencies, peerDependenciesMeta } = packageManifest();
  const optional = Object.entries(peerDependencies).filter(([name]) => peerDependenciesMeta[name]?.optional === true);
  return `npm install --save-dev ${optional.map(([name, range]) => `${name}@${range}`).join(' ')}`;
}
