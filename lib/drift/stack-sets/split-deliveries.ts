import { relative } from 'node:path';
import type { Difference } from '../difference';
import type { Deliveries } from './deliveries';
import { notServed } from './not-served';
import { writeDelivered } from './write-delivered';

/**
 * Gives each account that does not have what a stack set brings a stack of its own, and takes it out of the stack set's.
 * @param folder Folder of the deployed state. @param differences All that was found.
 * @returns what the templates of the stack sets say then
 */
export function splitDeliveries(
  { assembly, stacks, reaches }: Deliveries,
  folder: string,
  differences: readonly Difference[],
): readonly Difference[] {
  const templates = new Set(differences.map(({ template }) => template));
  const differing = stacks.filter(({ templateFile }) => templates.has(relative(assembly, templateFile)));
  const own = reaches.map((reach) => {
    const accounts = differing.filter(({ set }) => set === reach.set).map(({ account }) => account);
    return { reach, accounts: new Set([...reach.strayed, ...accounts]) };
  });
  const kept = stacks.filter(({ set, account }) =>
    own.some(({ reach, accounts }) => reach.set === set && accounts.has(account)),
  );
  writeDelivered(folder, kept);
  return own.flatMap(({ reach: { set, place, isSure }, accounts }) =>
    accounts.size === 0 || !isSure ? [] : [notServed(set, place, [...accounts], 'accounts have stacks of their own')],
  );
}
