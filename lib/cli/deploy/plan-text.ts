import type { DeploymentPlan } from '../../deploy';
import { counted, paintFor } from '../../report/layout';

/** A plan for people: its waves, and in each the stacks with their account and region. */
export function planText({ waves }: DeploymentPlan, color: boolean): string {
  const paint = paintFor(color);
  const stacks = waves.flatMap((wave) => wave.stacks);
  const width = Math.max(...stacks.map(({ id }) => id.length));
  const lines = waves.flatMap(({ title, stacks: own }, index) => [
    paint.bold(`${index + 1} ${title}`),
    ...own.map(({ id, account, region }) => `  ${id.padEnd(width)}  ${account}  ${region}`),
  ]);
  const accounts = new Set(stacks.map(({ account }) => account)).size;
  const sum = `${counted(stacks.length, 'stack')} in ${counted(accounts, 'account')}, ${counted(waves.length, 'wave')}`;
  return `${[...lines, '', sum].join('\n')}\n`;
}
