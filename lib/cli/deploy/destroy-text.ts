import type { Dependence, DeploymentPlan, ExaminedStack, StackResult } from '../../deploy';
import type { Check, Verdict } from '../../model';
import { toolVersion } from '../../model/package';
import { counted, labelled, paintFor } from '../../report/layout';
import { checksText } from '../checks-text';
import { planText } from './plan-text';

/** What came of taking stacks away, or of looking whether they may go. */
export interface DestroyOutcome {
  readonly verdict: Verdict;
  readonly landingZone: string;
  readonly dryRun: boolean;
  readonly checks: readonly Check[];
  readonly examined?: readonly ExaminedStack[];
  readonly dependences?: readonly Dependence[];
  /** What goes, in its order. */
  readonly plan?: DeploymentPlan;
  /** Absent where nothing was touched. */
  readonly results?: readonly StackResult[];
}

/** The outcome as JSON. */
export function destroyJson(outcome: DestroyOutcome): string {
  const { verdict, landingZone, dryRun, checks, examined = [], dependences = [], results } = outcome;
  const byStack = new Map(results?.map((result) => [result.stack, result]));
  const stacks = examined.map(({ stack: { id, account, region }, exists, kept }) => {
    const { status, seconds, error } = byStack.get(id) ?? {};
    const neededBy = dependences.filter(({ stack }) => stack === id).map((dependence) => dependence.neededBy);
    return { id, account, region, exists, kept, neededBy, status: status && STATUS[status], seconds, error };
  });
  const tool = { name: 'lionrock', version: toolVersion() };
  return `${JSON.stringify({ schemaVersion: '1', verdict, tool, landingZone, dryRun, checks, stacks }, undefined, 2)}\n`;
}

/** The outcome for people. */
export function destroyText(outcome: DestroyOutcome, color: boolean): string {
  const { examined, results, checks, plan } = outcome;
  if (results) return resultsText(results, color);
  if (!examined) return checksText(checks, color);
  const refusals = refusalLines(outcome, color);
  if (refusals.length > 0) return `${[...refusals, '', 'Nothing was destroyed.'].join('\n')}\n`;
  return plan && plan.waves.length > 0
    ? `goes, in this order:\n${planText(plan, color)}`
    : 'None of these stacks stands.\n';
}

function refusalLines({ examined = [], dependences = [] }: DestroyOutcome, color: boolean): string[] {
  const paint = paintFor(color);
  const kept = examined.flatMap(({ stack, kept: reasons }) =>
    reasons.flatMap(({ logicalId, type, why, remedy }) => [
      `${paint.bad('KEPT')}  ${stack.id}${logicalId === undefined ? '' : ` ${logicalId} (${type})`}`,
      ...labelled('', why, 0, 6),
      ...labelled('', `remedy: ${remedy}`, 0, 6),
    ]),
  );
  const needed = dependences.flatMap(({ stack, neededBy }) => [
    `${paint.bad('NEEDED')}  ${stack}`,
    ...labelled('', `${neededBy} stands and needs it; destroy that first, or together with it`, 0, 8),
  ]);
  return [...kept, ...needed];
}

const STATUS: Readonly<Record<StackResult['status'], string>> = {
  deployed: 'destroyed',
  unchanged: 'absent',
  'done-before': 'absent',
  failed: 'failed',
  'not-started': 'not-started',
};

function resultsText(results: readonly StackResult[], color: boolean): string {
  const paint = paintFor(color);
  const width = Math.max(0, ...results.map(({ stack }) => stack.length));
  const lines = results.flatMap(({ stack, status, seconds, error }) => [
    `${stack.padEnd(width)}  ${status === 'failed' ? paint.bad('FAILED') : STATUS[status]}${seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`}`,
    ...(error === undefined ? [] : [`  ${error}`]),
  ]);
  const gone = results.filter(({ status }) => status === 'deployed').length;
  return `${[...lines, '', `${counted(results.length, 'stack')}, ${gone} destroyed`].join('\n')}\n`;
}
