import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  DescribeCreateAccountStatusCommand,
  MoveAccountCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { Step } from './account-plan';
import { DraftError, type DraftFile } from './draft';
import type { Estate } from './estate';

export interface VendOptions {
  readonly client: OrganizationsClient;
  readonly estate: Estate;
  readonly steps: readonly Step[];
  readonly file: DraftFile;
  /** Called after each step: the text of the config as it is now, so that nothing is lost when a later step fails. */
  readonly onStep: (step: Step, text: string) => void;
  /** Milliseconds between two looks at an account that is being made. @default 5000 */
  readonly pollMs?: number;
}

/** Longest that a new account is waited for. */
const LONGEST_MS = 15 * 60_000;

/**
 * Makes and moves what is missing, and enters the ids into the config, one after the other: AWS makes accounts in turn.
 * @throws DraftError when AWS could not make an account.
 */
export async function vendAccounts(options: VendOptions): Promise<void> {
  const { estate, steps, file, onStep } = options;
  const units = new Map<string, string>([
    ['Root', estate.rootId],
    ...estate.units.map(({ path, id }) => [path, id] as const),
  ]);
  file.setId(['organization'], 'id', estate.organizationId);
  file.setId(['organization'], 'rootId', estate.rootId);
  for (const step of steps) {
    await carryOut(step, options, units);
    onStep(step, file.text());
  }
}

async function carryOut(step: Step, options: VendOptions, units: Map<string, string>): Promise<void> {
  const { client, file, estate } = options;
  switch (step.kind) {
    case 'adopt-unit':
      units.set(step.path, step.id);
      file.setId(['organization', 'units', step.index], 'id', step.id);
      return;
    case 'create-unit': {
      const parent = { ParentId: unitId(units, step.parent), Name: step.name };
      const { OrganizationalUnit: made } = await client.send(new CreateOrganizationalUnitCommand(parent));
      units.set(step.path, made?.Id ?? '');
      file.setId(['organization', 'units', step.index], 'id', made?.Id ?? '');
      return;
    }
    case 'adopt-account':
      file.setId(['accounts', step.index], 'id', step.id);
      return;
    case 'create-account': {
      const id = await createAccount(options, step.name, step.email);
      file.setId(['accounts', step.index], 'id', id);
      if (step.unit !== 'Root') await move(client, id, estate.rootId, unitId(units, step.unit));
      return;
    }
    case 'move-account':
      await move(client, step.id, step.from, unitId(units, step.unit));
  }
}

function unitId(units: ReadonlyMap<string, string>, path: string): string {
  const id = units.get(path);
  if (id === undefined) throw new DraftError(`the config names no unit ${path}`);
  return id;
}

async function createAccount({ client, pollMs = 5000 }: VendOptions, name: string, email: string): Promise<string> {
  const request = { AccountName: name, Email: email, IamUserAccessToBilling: 'DENY' } as const;
  let { CreateAccountStatus: status } = await client.send(new CreateAccountCommand(request));
  const until = Date.now() + LONGEST_MS;
  while (status?.State === 'IN_PROGRESS') {
    if (Date.now() > until) throw new DraftError(`AWS still makes account ${name}: run the same command again later`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const asked = { CreateAccountRequestId: status.Id ?? '' };
    ({ CreateAccountStatus: status } = await client.send(new DescribeCreateAccountStatusCommand(asked)));
  }
  if (status?.State === 'SUCCEEDED' && status.AccountId) return status.AccountId;
  throw new DraftError(`AWS could not make account ${name} (${email}): ${status?.FailureReason ?? 'no reason given'}`);
}

async function move(client: OrganizationsClient, id: string, from: string, to: string): Promise<void> {
  if (from !== to)
    await client.send(new MoveAccountCommand({ AccountId: id, SourceParentId: from, DestinationParentId: to }));
}
