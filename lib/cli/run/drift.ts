import { registersOf, type LandingZoneConfig, type LoadedConfig } from '../../config';
import type { AwsSession, PlannedStack } from '../../deploy';
import type { Difference, ReadOptions } from '../../drift';
import { CannotError, EXIT, STATUS } from '../exit';
import { checksText } from '../checks-text';
import { driftEngine } from '../drift/drift-engine';
import { reachabilityEngine } from '../drift/reachability-engine';
import { assemblyFolder, stacksOf } from '../deploy/assembly';
import { awsSession } from '../deploy/session';
import type { FormatTarget, ResultFormat } from '../formats';
import type { Session } from '../io';
import { loadConfigFile } from '../load-config';
import { loadDeploy, loadDrift } from '../load-deploy';
import { Progress } from '../progress';
import { targetsOf, writeResult } from '../write-result';
import { judge, tellErrors, type JudgingFlags } from './judgement';

export interface DriftFlags extends Omit<JudgingFlags, 'profile' | 'region' | 'account' | 'parameters' | 'estate'> {
  readonly config: string;
  /** Folder into which the config is synthesized. */
  readonly output: string;
  /** Folder for what is there. */
  readonly deployed: string;
  /** Name of the role that reads. */
  readonly role?: string;
  readonly reachability?: true;
  readonly includePassed?: true;
  readonly format?: readonly FormatTarget<ResultFormat>[];
}

/** Reads the deployed accounts, and judges what is there; returns the exit status. */
export async function runDrift(assembly: string | undefined, flags: DriftFlags, session: Session): Promise<number> {
  const loaded = loadConfigFile(flags.config, session.stderr, session);
  if (!loaded) return EXIT.fail;
  loadDrift();
  const folder = assemblyFolder(assembly, flags, loaded, session);
  if (folder === undefined) return EXIT.fail;
  const stacks = stacksOf(folder, loaded);
  const aws = awsSession(loaded.config, session);
  await requireCaller(aws, loaded, session);
  const differences = await read(folder, aws, { loaded, flags, stacks }, session);
  const { output: _, role: __, reachability, includePassed = false, format = [], ...judging } = flags;
  const engines = [
    driftEngine(differences, flags.deployed),
    ...(reachability ? [reachabilityEngine(folder, flags.deployed)] : []),
  ];
  const review = format.some((target) => target.format === 'html');
  const judged = await judge([flags.deployed], judging, { includePassed, review, engines }, session);
  if (!judged) return EXIT.fail;
  const quiet = flags.quiet ?? false;
  writeResult({ ...judged, inputs: [] }, targetsOf(format, quiet), session);
  if (quiet) tellErrors(judged.result, session);
  return STATUS[judged.result.verdict];
}

/** @throws CannotError when AWS does not take the caller for somebody who may look. */
async function requireCaller(aws: AwsSession, { config, profile }: LoadedConfig, session: Session): Promise<void> {
  const { checkIdentity } = loadDeploy();
  const accounts = new Map(config.accounts.map(({ name, id }) => [name, id]));
  const { checks, caller } = await checkIdentity(aws, {
    partition: profile.partition,
    landingZone: config.name,
    accounts,
  });
  if (caller) return;
  session.stderr.write(checksText(checks, false));
  throw new CannotError('nothing was read: see above what AWS says of the credentials');
}

interface Order {
  readonly loaded: LoadedConfig;
  readonly flags: DriftFlags;
  readonly stacks: readonly PlannedStack[];
}

/** @throws CannotError when what was read cannot be written. */
async function read(
  folder: string,
  aws: AwsSession,
  { loaded, flags, stacks }: Order,
  session: Session,
): Promise<readonly Difference[]> {
  const { FolderError, readDeployed } = loadDrift();
  const progress = new Progress(session, flags.quiet ?? false);
  progress.show('drift: reading the accounts');
  try {
    return await readDeployed({
      session: aws,
      assembly: folder,
      stacks,
      accounts: placesOf(loaded.config),
      partition: loaded.profile.partition,
      deployed: flags.deployed,
      ...(flags.role === undefined ? {} : { roleName: flags.role }),
      onProgress: (account, done, total) => progress.show(`drift: ${done} of ${total} accounts read, ${account}`),
    });
  } catch (error) {
    throw error instanceof FolderError ? new CannotError(error.message, error) : error;
  } finally {
    progress.end();
  }
}

function placesOf(config: LandingZoneConfig): ReadOptions['accounts'] {
  const { accounts } = registersOf(config);
  return accounts.map(({ id, isManagement = false, units = [] }) => ({ id, isManagement, units }));
}
