import type { StackResult } from '../../deploy';
import { counted, paintFor, type Paint } from '../../report/layout';
import { WORDS } from './run-progress';

/** What a run did, for people: each stack with its time and outputs, what failed, and how to go on. */
export function summaryText(results: readonly StackResult[], seconds: number, color: boolean): string {
  const paint = paintFor(color);
  const width = Math.max(0, ...results.map(({ stack }) => stack.length));
  const begun = results.filter(({ status }) => status !== 'not-started');
  const lines = begun.flatMap((result) => stackLines(result, width, paint));
  const failed = count(results, 'failed');
  const advice =
    failed + count(results, 'not-started') > 0 ? ['Run the same command again: it goes on where it stood.'] : [];
  return `${[...lines, '', sumOf(results, seconds), ...advice].join('\n')}\n`;
}

function stackLines(
  { stack, status, seconds, outputs = {}, error }: StackResult,
  width: number,
  paint: Paint,
): string[] {
  const colour = status === 'failed' ? paint.bad : paint.good;
  const time = seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`;
  return [
    `${stack.padEnd(width)}  ${colour(WORDS[status])}${time}`,
    ...(error === undefined ? [] : [`  ${error}`]),
    ...Object.entries(outputs).map(([name, value]) => paint.dim(`  ${name} = ${value}`)),
  ];
}

function sumOf(results: readonly StackResult[], seconds: number): string {
  const parts = (['deployed', 'unchanged', 'done-before', 'failed', 'not-started'] as const).flatMap((status) =>
    count(results, status) > 0 ? [`${count(results, status)} ${SUM[status]}`] : [],
  );
  return `${counted(results.length, 'stack')}: ${parts.join(', ')}; ${seconds.toFixed(1)} s`;
}

const SUM: Readonly<Record<StackResult['status'], string>> = {
  deployed: 'deployed',
  unchanged: 'unchanged',
  'done-before': 'done by the run before',
  failed: 'failed',
  'not-started': 'not started',
};

function count(results: readonly StackResult[], status: StackResult['status']): number {
  return results.filter((result) => result.status === status).length;
}
