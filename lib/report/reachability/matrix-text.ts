import type { ReachabilityCell, ReachabilityMatrix, ReachabilityPassage, TrafficText } from '../../model';
import { grouped } from '../grouped';
import { counted, paintFor, wrap, type Paint } from '../layout';
import { propertyLines } from '../proof';
import type { ReachabilityTextOptions } from './answer-text';

/** The matrix for people, in 80 columns: from each zone what can pass, and how much cannot. */
export function matrixText(matrix: ReachabilityMatrix, options: ReachabilityTextOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  const { zones, cells, properties } = matrix;
  const open = grouped(
    cells.filter(({ answer, from, to, through }) => answer !== 'no' || (from !== to && through.length > 0)),
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

function cellLines(cell: ReachabilityCell, paint: Paint): readonly string[] {
  const { from, to, answer, through } = cell;
  const relayed = from === to ? [] : through.flatMap((passage) => passageLines(to, passage, paint));
  return [...(answer === 'no' ? [] : packetLines(cell, paint)), ...relayed];
}

/** Connections of one's own to a load balancer, and its own to the zone. */
function passageLines(
  to: string,
  { answer, by, traffic, received, unresolved }: ReachabilityPassage,
  paint: Paint,
): readonly string[] {
  const over = by.map(({ hop }) => hop).join(', then ');
  const lines = wrap(
    `${answer === 'yes' ? '' : 'perhaps '}to ${to} by way of ${over}: ${kindsOf(traffic)}, received as ${kindsOf(received)}`,
    2,
  );
  return [...(answer === 'yes' ? lines : lines.map(paint.doubt)), ...doubtLines(unresolved, paint)];
}

function packetLines({ to, answer, traffic, declared, unresolved }: ReachabilityCell, paint: Paint): readonly string[] {
  const kinds = kindsOf(traffic);
  const flows = declared.length > 0 ? ` (declared: ${declared.join(', ')})` : '';
  const lines = wrap(`${answer === 'yes' ? '' : 'perhaps '}to ${to}: ${kinds}${flows}`, 2);
  return [...(answer === 'yes' ? lines : lines.map(paint.doubt)), ...doubtLines(unresolved, paint)];
}

function doubtLines([because]: readonly string[], paint: Paint): readonly string[] {
  return because === undefined ? [] : wrap(`not known: ${because}`, 6).map(paint.dim);
}

function kindsOf(traffic: readonly TrafficText[]): string {
  return traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join('; ');
}

function summary({ zones, cells }: ReachabilityMatrix): string {
  const count = (answer: ReachabilityCell['answer']): number => cells.filter((cell) => cell.answer === answer).length;
  const relayed = cells.filter(({ from, to, answer, through }) => answer === 'no' && from !== to && through.length > 0);
  const but = relayed.length === 0 ? '' : ` but ${relayed.length} by way of something between`;
  return `${counted(zones.length, 'zone')}, ${counted(cells.length, 'pair')}: ${count('yes')} can, ${count('unknown')} perhaps, ${count('no')} cannot${but}`;
}
