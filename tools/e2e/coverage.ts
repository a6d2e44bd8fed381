import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Deployed } from './deployed';
import type { Report } from './emulator';

/** Types that the emulator lacks, committed; the list may only shrink. */
const LIST = 'tools/e2e/emulator/missing-types.json';

/** Least share of the example's resources that must really be made. */
const LEAST = 0.7;

/** What the list has that it did not have in the history of git; undefined where git has no such history. */
export function listFaults(): string[] | undefined {
  const before = listBefore();
  if (!before) return undefined;
  return listed(readFileSync(LIST, 'utf8'))
    .filter((type) => !before.includes(type))
    .map((type) => `${type} was added to ${LIST}, which may only shrink: teach the emulator the type`);
}

/** The list where this branch left main; on main itself, the one before the last commit. */
function listBefore(): readonly string[] | undefined {
  const main = ['main', 'origin/main'].flatMap((name) => git('merge-base', 'HEAD', name) ?? [])[0];
  const base = main === undefined || main === git('rev-parse', 'HEAD') ? 'HEAD^' : main;
  const text = git('show', `${base}:${LIST}`);
  return text === undefined ? undefined : listed(text);
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function listed(text: string): readonly string[] {
  const { types }: { readonly types: readonly string[] } = JSON.parse(text);
  return types;
}

/** What is wrong with what was made: too little, a list that is longer than need be, resources that are nowhere. */
export function coverageFaults(before: Report, after: Report, deployed: Deployed): string[] {
  const types = listed(readFileSync(LIST, 'utf8'));
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
