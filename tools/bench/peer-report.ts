import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Peer } from './measurement';

const violations = z.array(z.object({ violatingConstructs: z.array(z.object({ constructPath: z.string() })) }));

const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      /** Says `error` when the plugin threw. */
      metadata: z.record(z.string(), z.string()).optional(),
      violations,
      suppressedViolations: violations.default([]),
    }),
  ),
});

interface Expected {
  /** Names of the packs. */
  readonly packs: readonly string[];
  /** Names of the accounts, which begin the paths of their constructs. */
  readonly accounts: readonly string[];
}

/**
 * Counts what the packs reported, from the validation report of CDK.
 * @throws Error when a pack is missing from it, failed or reported nothing, or nothing is reported of an account.
 */
export function reportOf(path: string, { packs, accounts }: Expected): Pick<Peer, 'reported' | 'acknowledged'> {
  const { pluginReports } = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const seen = packs.map((pack) => {
    const report = pluginReports.find(({ pluginName }) => pluginName === pack);
    if (!report) throw new Error(`${path} holds no report of ${pack}: the pack did not run`);
    const failure = report.metadata?.['error'];
    if (failure !== undefined) throw new Error(`${pack} did not evaluate the app: ${failure}`);
    const [open, acknowledged] = [pathsOf(report.violations), pathsOf(report.suppressedViolations)];
    if (open.length + acknowledged.length === 0) throw new Error(`${pack} reported nothing: it evaluated nothing`);
    return { open, acknowledged };
  });
  const acknowledged = seen.flatMap((pack) => pack.acknowledged);
  const reported = [...seen.flatMap(({ open }) => open), ...acknowledged];
  const reached = new Set(reported.map((construct) => construct.split('/')[0]));
  const missed = accounts.filter((account) => !reached.has(account));
  if (missed.length > 0) throw new Error(`the packs reported nothing of ${missed.join(', ')}: expected every account`);
  return { reported: reported.length, acknowledged: acknowledged.length };
}

function pathsOf(found: z.infer<typeof violations>): string[] {
  return found.flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath));
}
