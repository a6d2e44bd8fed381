import { relative, resolve } from 'node:path';
import { eachOf, type AwsSession, type PlannedStack } from '../deploy';
import { readUnit } from '../template';
import { Access, readerRole } from './access';
import type { Difference } from './difference';
import { EstateReading } from './estate-reading';
import { standingOf } from './inventory';
import { DeployedNames } from './names/deployed-names';
import { requireOwn, writeObserved } from './observed/write-observed';

/** Stacks that are looked up at the same time. */
const AT_ONCE = 8;

export interface ReadOptions {
  readonly session: AwsSession;
  /** Folder of the cloud assembly: what was designed. */
  readonly assembly: string;
  readonly stacks: readonly PlannedStack[];
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
  const { session, assembly, stacks, partition, roleName, deployed: folder } = options;
  requireOwn(folder);
  const pathOf = (path: string): string => relative(resolve(assembly), resolve(path));
  const accesses = new Map<string, Access>();
  const accessTo = (stack: PlannedStack): Access => {
    const role = readerRole(stack, partition, roleName);
    const key = `${stack.account} ${stack.region} ${role}`;
    const known = accesses.get(key) ?? new Access(session, stack.account, stack.region, role);
    accesses.set(key, known);
    return known;
  };
  try {
    const standing = await eachOf(stacks, AT_ONCE, (stack) => standingOf(stack, accessTo(stack)));
    const names = await DeployedNames.of(
      standing.flatMap(({ deployed }) => (typeof deployed === 'object' ? [deployed] : [])),
    );
    const { graph } = readUnit(assembly, { deployed: names.made });
    const reading = new EstateReading(graph, names, standing, pathOf);
    const differences = await reading.differences(options.onProgress);
    writeObserved(assembly, folder, reading.readings(differences));
    return differences;
  } finally {
    for (const access of accesses.values()) access.close();
  }
}
