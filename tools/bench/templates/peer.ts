import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App, Stack, cloudformation_include as include } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';

/**
 * cdk-nag's packs AwsSolutions and NIST 800-53r5 over templates, the plain way: each is included in a stack of one app.
 * Returns how many rules reported something.
 */
export function judgeWithPacks(files: readonly string[]): number {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-bench-'));
  try {
    return files.reduce((sum, file) => sum + judgeOne(file, outdir), 0);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function judgeOne(file: string, outdir: string): number {
  const app = new App({ outdir, analyticsReporting: false, context: { 'aws:cdk:disable-stack-trace': true } });
  new include.CfnInclude(new Stack(app, basename(file, '.json')), 'Template', { templateFile: file });
  const reports = [new AwsSolutionsChecks(app), new NIST80053R5Checks(app)].map((pack) => pack.validateScope(app));
  if (reports.some(({ violations }) => violations.length === 0)) throw new Error(`a pack said nothing of ${file}`);
  return reports.reduce((sum, { violations }) => sum + violations.length, 0);
}
