import type { DeploymentPlan, StackResult, Untouched } from '../../deploy';
import type { Check, Verdict } from '../../model';
import { toolVersion } from '../../model/package';

/** What a deployment, or its rehearsal, came to. */
export interface DeployOutcome {
  readonly verdict: Verdict;
  readonly landingZone: string;
  readonly dryRun: boolean;
  readonly gate: Verdict;
  readonly checks: readonly Check[];
  /** What else the organisation has; absent where the caller may not see it. */
  readonly untouched?: readonly Untouched[];
  readonly plan?: DeploymentPlan;
  /** Absent where nothing was deployed. */
  readonly results?: readonly StackResult[];
  readonly seconds?: number;
}

/** The outcome as JSON: one document, whatever came of it. */
export function deployJson({
  verdict,
  landingZone,
  dryRun,
  gate,
  checks,
  untouched,
  plan,
  results,
  seconds,
}: DeployOutcome): string {
  const byStack = new Map(results?.map((result) => [result.stack, result]));
  const waves = plan?.waves.map(({ name, title, stacks }) => ({
    name,
    title,
    stacks: stacks.map(({ id, name: stackName, account, region }) => {
      const { status, seconds: took, outputs, error } = byStack.get(id) ?? {};
      return {
        id,
        stackName,
        account,
        region,
        needs: [...(plan.needs.get(id) ?? [])],
        status,
        seconds: took,
        outputs,
        error,
      };
    }),
  }));
  const tool = { name: 'lionrock', version: toolVersion() };
  const document = {
    schemaVersion: '1',
    verdict,
    tool,
    landingZone,
    dryRun,
    gate,
    checks,
    untouched,
    waves: waves ?? [],
    seconds,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
