import type { AwsSession, DraftFile, Estate, OrganizationsClient, Step, Untouched } from '../../deploy';
import { errorText } from '../../model';
import { toolVersion } from '../../model/package';
import { DEFAULT_PROFILE, profileById } from '../../profiles';
import { checksStatus, checksText } from '../checks-text';
import { accountsText, type AccountsOutcome } from '../deploy/accounts-text';
import { orCannot } from '../deploy/or-cannot';
import { ask, awsSession, canAsk } from '../deploy/session';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { loadDeploy } from '../load-deploy';
import { readText } from '../read-text';
import { targetsOf as formatsOf, writeDocument, writeTo } from '../write-result';

export interface CreateAccountsFlags {
  readonly config: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/**
 * The first phase: adopts units and accounts that exist, makes those that do not, and enters their ids into the config, which
 * needs them to be synthesized. Returns the exit status.
 */
export async function runCreateAccounts(flags: CreateAccountsFlags, session: Session): Promise<number> {
  const { organizationsOf, planAccounts, untouchedBy } = loadDeploy();
  const file = draftOf(flags.config);
  const { partition, globalServicesRegion } = profileById(DEFAULT_PROFILE);
  const aws = awsSession({ homeRegion: globalServicesRegion }, session);
  const status = await identify(aws, file, partition, session);
  if (status !== EXIT.pass) return status;
  const client = organizationsOf(aws);
  try {
    const estate = await estateOf(client);
    const steps = orCannot(() => planAccounts(file.draft, estate));
    const untouched = untouchedBy(file.draft, estate);
    const isDry = flags.dryRun ?? false;
    if (!isDry) {
      await confirm(steps, untouched, flags, session);
      await carryOut({ client, estate, steps, file, flags }, session);
    }
    write({ steps, untouched, dryRun: isDry }, flags, session);
    return EXIT.pass;
  } finally {
    client.destroy();
  }
}

/** @throws CannotError when the config cannot be read, or edited. */
function draftOf(path: string): DraftFile {
  const { DraftFile } = loadDeploy();
  const text = readText(path);
  return orCannot(() => new DraftFile(text, path));
}

/** Who calls: of the management account, where the config says which that is. */
async function identify(aws: AwsSession, { draft }: DraftFile, partition: string, session: Session): Promise<number> {
  const { checkIdentity } = loadDeploy();
  const management = draft.accounts.filter(({ role, id }) => role === 'management' && id);
  const accounts = new Map(management.map(({ name, id }) => [name, id ?? '']));
  const { checks } = await checkIdentity(aws, { partition, landingZone: draft.name, accounts });
  const status = checksStatus(checks);
  if (status !== EXIT.pass) session.stdout.write(checksText(checks, false));
  return status;
}

/** @throws CannotError when AWS does not tell. */
async function estateOf(client: OrganizationsClient): Promise<Estate> {
  const { readEstate } = loadDeploy();
  try {
    return await readEstate(client);
  } catch (error) {
    throw new CannotError(
      `the organisation cannot be read: ${errorText(error)}; use a role of the management account that may call organizations:List* and Describe*`,
      error,
    );
  }
}

async function confirm(
  steps: readonly Step[],
  untouched: readonly Untouched[],
  { yes }: CreateAccountsFlags,
  session: Session,
): Promise<void> {
  const changes = steps.filter(({ kind }) => !kind.startsWith('adopt-'));
  if (yes || changes.length === 0) return;
  if (!canAsk(session)) throw new CannotError('nothing was made: nobody can be asked; --yes does without');
  session.stderr.write(accountsText({ steps, untouched, dryRun: true }));
  if ((await ask('Go on? (yes/no) ', session)) !== 'yes')
    throw new CannotError('nothing was made: the answer was not "yes"');
}

interface Order {
  readonly client: OrganizationsClient;
  readonly estate: Estate;
  readonly steps: readonly Step[];
  readonly file: DraftFile;
  readonly flags: CreateAccountsFlags;
}

/** @throws CannotError when AWS refuses one of the steps: those before stand, and their ids are in the config. */
async function carryOut({ client, estate, steps, file, flags }: Order, session: Session): Promise<void> {
  const { vendAccounts } = loadDeploy();
  let done = 0;
  try {
    await vendAccounts({
      client,
      estate,
      steps,
      file,
      onStep: (step, text) => {
        done += 1;
        writeTo(flags.config, text);
        if (!flags.quiet && !step.kind.startsWith('adopt-'))
          session.stderr.write(accountsText({ steps: [step], untouched: [], dryRun: false }));
      },
    });
  } catch (error) {
    throw new CannotError(
      `${done} of ${steps.length} steps are done and their ids in ${flags.config}; then: ${errorText(error)}. The same command goes on`,
      error,
    );
  }
}

function write(outcome: AccountsOutcome, { format = [], quiet }: CreateAccountsFlags, session: Session): void {
  const tool = { name: 'lionrock', version: toolVersion() };
  const json = (): string => `${JSON.stringify({ schemaVersion: '1', tool, ...outcome }, undefined, 2)}\n`;
  writeDocument({ json, text: () => accountsText(outcome) }, formatsOf(format, quiet ?? false), session);
}
