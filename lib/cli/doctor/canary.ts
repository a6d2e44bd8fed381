import { createRequire } from 'node:module';
import { join } from 'node:path';
import { errorText, type Check } from '../../model';
import type * as engines from '../../packs/engines';

const WHAT = { id: 'canary', what: 'cdk-nag canary' };
const EXPECTED = '1 or more, in a template that is wrong on purpose';

/**
 * Lets cdk-nag look at a template that is wrong on purpose, as `gate --pack` does: one that finds nothing there would find
 * nothing anywhere.
 * @param folder Folder of the project whose packages are tried.
 */
export async function checkCanary(folder: string): Promise<Check> {
  try {
    const { loadInstalled, nagCanary }: typeof engines = require('../../packs/engines');
    const violations = await nagCanary('AwsSolutions', loadInstalled(homeOf(folder)));
    const found = `${violations} violations found`;
    if (violations > 0) return { ...WHAT, state: 'ok', found, expected: EXPECTED };
    const remedy = 'cdk-nag is silent: npm ls aws-cdk-lib must show one copy; then npm dedupe';
    return { ...WHAT, state: 'fail', found, expected: EXPECTED, remedy };
  } catch (error) {
    const remedy = 'npm ci installs the packages again';
    return { ...WHAT, state: 'unknown', found: `could not run: ${errorText(error)}`, expected: EXPECTED, remedy };
  }
}

/** What the project would load is tried; what it does not have, from this package. */
function homeOf(folder: string): string | undefined {
  try {
    createRequire(join(folder, 'package.json')).resolve('aws-cdk-lib');
    return folder;
  } catch {
    return undefined;
  }
}
