import type { ReachabilityCell, ReachabilityMatrix } from '../../model';
import { grouped } from '../grouped';
import { counted, paintFor, wrap, type Paint } from '../layout';
import { propertyLines } from '../proof';
import type { ReachabilityTextOptions } from './answer-text';

/** The matrix for people, in 80 columns: from each zone what can pass, and how much cannot. */
export function matrixText(matrix: ReachabilityMatrix, options: ReachabilityTextOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  const { zones, cells, properties } = matrix;
  const open = grouped(
    cells.filter(({ answer }) => answer !== 'no'),
    ({ from }) => from,
  );
  const rows = zones.flatMap(({ name }) => rowLines(name, open.get(name) ?? [], paint));
  const closed = zones.filter(({ name }) => !open.has(name)).map(({ name }) => name);
  const lines = [
    ...rows,
    ...(closed.length > 0
      ? [paint.bold('Open no connection to any other zone'), ...wrap(closed.join(', '), 2), '']
      : []),
    ...properties.flatMap((property) => propertyLines(property, paint)),
    summary(matrix),
  ];
  return `${lines.join('\n')}\n`;
}

function rowLines(name: string, cells: readonly ReachabilityCell[], paint: Paint): readonly string[] {
  if (cells.length === 0) return [];
  return [paint.bold(`From ${name}`), ...cells.flatMap((cell) => cellLines(cell, paint)), ''];
}

function cellLines({ to, answer, traffic, declared, unresolved }: ReachabilityCell, paint: Paint): readonly string[] {
  const kinds = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join('; ');
  const flows = declared.length > 0 ? ` (declared: ${declared.join(', ')})` : '';
  const lines = wrap(`${answer === 'yes' ? '' : 'perhaps '}to ${to}: ${kinds}${flows}`, 2);
  const [because] = unresolved;
  const doubt = because === undefined ? [] : wrap(`not known: ${because}`, 6);
  return [...(answer === 'yes' ? lines : lines.map(paint.doubt)), ...doubt.map(paint.dim)];
}

function summary({ zones, cells }: ReachabilityMatrix): string {
  const count = (answer: ReachabilityCell['answer']): number => cells.filter((cell) => cell.answer === answer).length;
  return `${counted(zones.length, 'zone')}, ${counted(cells.length, 'pair')}: ${count('yes')} can, ${count('unknown')} perhaps, ${count('no')} cannot`;
}
