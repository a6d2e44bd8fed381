// `npm run bench:reachability [-- DEPARTMENTS…]`: the reachability matrix of growing estates; docs/bench.md says how.
import { reachabilityOf } from '../lib/proofs/reachability';
import { estate } from './bench/estate';

const DEFAULT_SIZES = [25, 50, 100, 200];

function main(argv: readonly string[]): void {
  console.log('departments subnets   pairs   yes build s matrix s ways s CPU s  MB');
  for (const departments of argv.length > 0 ? argv.map(sizeOf) : DEFAULT_SIZES) measure(departments);
}

function measure(departments: number): void {
  const graph = estate(departments);
  // Reading templates is not what is measured.
  for (const template of graph.templates) for (const { properties } of template.resources) Object.keys(properties);
  const before = process.cpuUsage();
  const [build, reachability] = timed(() => reachabilityOf(graph));
  const [matrix, cells] = timed(() => reachability.cells());
  const open = cells.filter(({ answer }) => answer === 'yes');
  const [ways, hops] = timed(() => open.reduce((sum, { witness }) => sum + witness.length, 0));
  if (hops === 0) throw new Error('expected ways, found none: the estate is not as it was meant');
  const { user, system } = process.cpuUsage(before);
  const columns = [departments, departments * 12, cells.length, open.length].map((number, index) =>
    String(number).padStart([11, 8, 8, 6][index] ?? 8),
  );
  const seconds = [build, matrix, ways, (user + system) / 1e6].map((number) => number.toFixed(2).padStart(8));
  console.log([...columns, ...seconds, String(Math.round(process.memoryUsage().rss / 1e6)).padStart(5)].join(' '));
}

function timed<T>(make: () => T): readonly [number, T] {
  const started = process.hrtime.bigint();
  const value = make();
  return [Number(process.hrtime.bigint() - started) / 1e9, value];
}

function sizeOf(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no number of departments: expected 1 or more`);
  return Number(text);
}

main(process.argv.slice(2));
