import { relative, resolve } from 'node:path';
import { eachOf, type AwsSession, type PlannedStack } from '../deploy';
import { readUnit, type AccountPlace } from '../template';
import { Access, readerRole, type Answers } from './access';
import type { Difference } from './difference';
import { EstateReading } from './estate-reading';
import { standingOf } from './inventory';
import { DeployedNames } from './names/deployed-names';
import { beginObserved, requireOwn, writeObserved } from './observed/write-observed';
import { readDeliveries, splitDeliveries, type Deliveries } from './stack-sets';

/** Stacks that are looked up at the same time. */
const AT_ONCE = 8;

export interface ReadOptions {
  readonly session: AwsSession;
  /** Folder of the cloud assembly: what was designed. */
  readonly assembly: string;
  readonly stacks: readonly PlannedStack[];
  /** Accounts of the landing zone: whom its stack sets are to serve. */
  readonly accounts: readonly AccountPlace[];
  readonly partition: string;
  /** Name of the role that reads in every account. @default the lookup role of the CDK's bootstrap */
  readonly roleName?: string;
  /** Folder for what is there, written as a cloud assembly. */
  readonly deployed: string;
  /** Called before each account. */
  readonly onProgress?: (account: string, done: number, total: number) => void;
}

/**
 * Reads the deployed accounts, changes nothing there, and writes what is there as a cloud assembly: the designed templates,
 * with what differs carried over.
 * @returns where what is there is not what was designed
 * @throws FolderError when the folder holds something that was not written here.
 */
export async function readDeployed(options: ReadOptions): Promise<readonly Difference[]> {
  const { session, assembly, stacks, accounts, partition, roleName } = options;
  requireOwn(options.deployed);
  const accesses = new Map<string, Access>();
  const inAccount = new Map<string, Answers>();
  const accessTo = (stack: PlannedStack): Access => {
    const role = readerRole(stack, partition, roleName);
    const [account, key] = [`${stack.account} ${role}`, `${stack.account} ${stack.region} ${role}`];
    const answers: Answers = inAccount.get(account) ?? new Map();
    inAccount.set(account, answers);
    const known = accesses.get(key) ?? new Access(session, stack.account, stack.region, role, answers);
    accesses.set(key, known);
    return known;
  };
  try {
    const look = (some: readonly PlannedStack[]) =>
      eachOf(some, AT_ONCE, (stack) => standingOf(stack, accessTo(stack)));
    const deliveries = await readDeliveries({ assembly, standing: await look(stacks), accounts, look });
    try {
      return await differencesIn(deliveries, options);
    } finally {
      deliveries.close();
    }
  } finally {
    for (const access of accesses.values()) access.close();
  }
}

/** Compares all stacks with their templates, and writes what is there. */
async function differencesIn(
  deliveries: Deliveries,
  { assembly, deployed: folder, onProgress }: ReadOptions,
): Promise<readonly Difference[]> {
  const { standing } = deliveries;
  const pathOf = (path: string): string => relative(resolve(deliveries.assembly), resolve(path));
  const names = await DeployedNames.of(
    standing.flatMap(({ deployed }) => (typeof deployed === 'object' ? deployed : [])),
  );
  const { graph } = readUnit(deliveries.assembly, { deployed: names.made });
  const reading = new EstateReading(graph, names, standing, pathOf);
  const found = await reading.differences(onProgress);
  const differences = [...deliveries.reaches.flatMap((reach) => reach.differences), ...found];
  beginObserved(assembly, folder);
  const split = splitDeliveries(deliveries, folder, differences);
  writeObserved(folder, reading.readings([...differences, ...split]));
  return differences;
}
