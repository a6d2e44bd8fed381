import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as cdk from 'aws-cdk-lib';
import type * as include from 'aws-cdk-lib/cloudformation-include';
import type * as nag from 'cdk-nag';
import { PackError } from './pack-error';
import { reasonOf } from './reason-of';

/** The packages that the packs of cdk-nag run on. */
export interface Installed {
  readonly cdk: typeof cdk;
  readonly include: typeof include;
  readonly nag: typeof nag;
  /** Loads another module of theirs. */
  readonly load: NodeJS.Require;
}

/**
 * Loads aws-cdk-lib and cdk-nag, which are peer dependencies.
 * @param folder Folder whose packages are loaded. @default this package's own: never those of what is judged
 * @throws PackError when one is not installed.
 */
export function loadInstalled(folder: string = __dirname): Installed {
  const load = createRequire(join(folder, 'package.json'));
  return {
    cdk: loaded(load, 'aws-cdk-lib'),
    include: loaded(load, 'aws-cdk-lib/cloudformation-include'),
    nag: loaded(load, 'cdk-nag'),
    load,
  };
}

/** What a package exports; the caller says what that is. */
export function loaded(load: NodeJS.Require, name: string) {
  try {
    return load(name);
  } catch (error) {
    throw new PackError(
      `this pack needs the package ${name}, which cannot be loaded (${reasonOf(error)}): npm install aws-cdk-lib cdk-nag constructs`,
      error,
    );
  }
}
