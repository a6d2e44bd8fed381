import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as cdk from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as nag from 'cdk-nag';
import { errorText } from '../error-text';
import type { Check } from './check';

const WHAT = 'cdk-nag canary';
const EXPECTED = '1 or more, in a bucket without any protection';

/**
 * Lets cdk-nag look at a stack that is wrong on purpose: one that finds nothing there would find nothing anywhere.
 * @param folder Folder of the project whose packages are tried.
 */
export function checkCanary(folder: string): Check {
  try {
    const violations = violationsOf(folder);
    const found = `${violations} violations found`;
    if (violations > 0) return { what: WHAT, state: 'ok', found, expected: EXPECTED };
    const remedy = 'cdk-nag is silent: npm ls aws-cdk-lib must show one copy; then npm dedupe';
    return { what: WHAT, state: 'fail', found, expected: EXPECTED, remedy };
  } catch (error) {
    const remedy = 'npm ci installs the packages again';
    return { what: WHAT, state: 'unknown', found: `could not run: ${errorText(error)}`, expected: EXPECTED, remedy };
  }
}

function violationsOf(folder: string): number {
  const load = loaderFor(folder);
  const { App, Stack }: typeof cdk = load('aws-cdk-lib');
  const { CfnBucket }: typeof s3 = load('aws-cdk-lib/aws-s3');
  const { AwsSolutionsChecks }: typeof nag = load('cdk-nag');
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-canary-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
    new CfnBucket(new Stack(app, 'Canary'), 'Unprotected');
    return new AwsSolutionsChecks(app).validateScope(app).violations.length;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Loads what the project would load; what it does not have, from this package. */
function loaderFor(folder: string): NodeJS.Require {
  const project = createRequire(join(folder, 'package.json'));
  try {
    project.resolve('aws-cdk-lib');
    return project;
  } catch {
    return createRequire(join(__dirname, 'package.json'));
  }
}
