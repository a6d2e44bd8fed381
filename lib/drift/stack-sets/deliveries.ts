import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { PlannedStack } from '../../deploy';
import { readUnit, type AccountPlace } from '../../template';
import type { Standing } from '../inventory';
import { isNeeded } from '../observed/write-observed';
import { compareReach, type Reach } from './compare-reach';
import { deliveredStacks, type DeliveredStack } from './delivered-stacks';
import { STACK_SET, stackSetsOf } from './stack-set';
import { writeDelivered } from './write-delivered';

export interface DeliveryOptions {
  /** Folder of the cloud assembly. */
  readonly assembly: string;
  /** Its stacks. */
  readonly standing: readonly Standing[];
  /** Accounts of the landing zone. */
  readonly accounts: readonly AccountPlace[];
  /** Asks CloudFormation for stacks. */
  readonly look: (stacks: readonly PlannedStack[]) => Promise<readonly Standing[]>;
}

/** What stack sets brought to accounts: each stack beside its template, as if the assembly had it. */
export interface Deliveries {
  /** Folder of an assembly that has the stacks of stack sets as well. */
  readonly assembly: string;
  /** All stacks, those of stack sets too, with their templates in that folder. */
  readonly standing: readonly Standing[];
  readonly stacks: readonly DeliveredStack[];
  readonly reaches: readonly Reach[];
  readonly close: () => void;
}

/** Reads what stack sets brought; where there are none, the assembly is taken as it is. */
export async function readDeliveries({ assembly, standing, accounts, look }: DeliveryOptions): Promise<Deliveries> {
  if (!standing.some(holdsStackSet)) return { assembly, standing, stacks: [], reaches: [], close: () => undefined };
  const sets = await stackSetsOf(readUnit(assembly).graph, standing);
  const pathOf = (path: string): string => relative(resolve(assembly), resolve(path));
  const reaches = sets.map((set) => compareReach(set, accounts, pathOf(set.resource.template.path)));
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-drift-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(resolve(assembly), folder, { recursive: true, filter: isNeeded });
    const own = standing.map((one) => movedTo(join(folder, pathOf(one.stack.templateFile)), one));
    const stacks = deliveredStacks(sets, folder, own);
    writeDelivered(folder, stacks);
    // What it brings stands in the accounts now: its own text would say everything a second time, and of no account.
    for (const { template } of sets) if (template) rmSync(join(folder, pathOf(template.path)), { force: true });
    return { assembly: folder, standing: [...own, ...(await look(stacks))], stacks, reaches, close: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function holdsStackSet({ deployed }: Standing): boolean {
  return typeof deployed === 'object' && [...deployed.types.values()].includes(STACK_SET);
}

function movedTo(templateFile: string, { stack, deployed }: Standing): Standing {
  const moved = { ...stack, templateFile };
  return { stack: moved, deployed: typeof deployed === 'object' ? { ...deployed, stack: moved } : deployed };
}
