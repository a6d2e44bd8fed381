import { readFileSync } from 'node:fs';
import type { Deployed } from './deployed';
import type { Report } from './emulator';

/** Types that the emulator lacks, committed; the list may only shrink. */
const LIST = 'tools/e2e/emulator/missing-types.json';

/** Least share of the example's resources that must really be made. */
const LEAST = 0.7;

/** What is wrong with what was made: too little, a list that is longer than need be, resources that are nowhere. */
export function coverageFaults(before: Report, after: Report, deployed: Deployed): string[] {
  const { types }: { readonly types: readonly string[] } = JSON.parse(readFileSync(LIST, 'utf8'));
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((all, n) => all + n, 0);
  const made = sum(after.made) - sum(before.made);
  const total = deployed.resources.length;
  const isListed = new Set(types);
  const nowhere = deployed.resources.filter(({ physicalId }) => physicalId === undefined);
  return [
    ...(made / total < LEAST ? [`${made} of ${total} resources were made: expected ${LEAST * 100} % or more`] : []),
    ...(made + sum(after.listed) === total
      ? []
      : [`${total} resources in templates, ${made} made, ${sum(after.listed)} listed`]),
    ...types
      .filter((type) => after.listed[type] === undefined)
      .map((type) => `${type} is listed, and nothing uses it: remove it`),
    ...types
      .filter((type) => after.made[type] !== undefined)
      .map((type) => `${type} is listed, and is made: remove it`),
    ...nowhere.slice(0, 5).map(({ name }) => `${name} is nowhere`),
    ...[...new Set(nowhere.map(({ type }) => type))].filter((type) => isListed.has(type)),
  ];
}
