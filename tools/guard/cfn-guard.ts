import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** The binary, from PATH or by name. */
function binary(): string {
  return process.env['CFN_GUARD'] ?? 'cfn-guard';
}

/** What cfn-guard says of one file of data. */
interface Report {
  readonly name: string;
  readonly status: 'PASS' | 'FAIL' | 'SKIP';
  readonly not_compliant: readonly { readonly Rule?: { readonly name: string } }[];
}

/** Version of cfn-guard, or why it cannot run. */
export function cfnGuardVersion(): { readonly version?: string; readonly missing?: string } {
  const { status, stdout } = spawnSync(binary(), ['--version'], { encoding: 'utf8' });
  if (status === 0) return { version: stdout.trim() };
  return { missing: `${binary()} is not on this machine: install cfn-guard, or name it by CFN_GUARD` };
}

/**
 * Judges all files of a folder by a file of rules: names of the rules that fail, by the name of the file.
 * @throws Error when cfn-guard says nothing of one of them.
 */
export function judgeFolder(folder: string, rules: string): ReadonlyMap<string, readonly string[]> {
  const words = ['validate', '-d', folder, '-r', rules, '--structured', '-o', 'json', '-S', 'none'];
  const { stdout, stderr } = spawnSync(binary(), words, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (!stdout.startsWith('[')) throw new Error(`cfn-guard could not judge by ${rules}: ${stdout}${stderr}`.trim());
  const reports = JSON.parse(stdout) as readonly Report[];
  const failed = new Map(
    reports.map((report) => [
      basename(report.name),
      report.not_compliant.flatMap(({ Rule }) => (Rule ? [Rule.name] : [])),
    ]),
  );
  const silent = readdirSync(folder).filter((name) => !failed.has(name));
  if (silent.length > 0)
    throw new Error(`cfn-guard says nothing by ${rules} of ${silent.join(', ')}: expected a report of each`);
  return failed;
}
