import type { Draft, DraftAccount } from './draft';
import { DraftError } from './draft';
import type { Estate, ExistingAccount } from './estate';

/** What the first phase does about one unit or account. */
export type Step =
  | { readonly kind: 'adopt-unit'; readonly path: string; readonly index: number; readonly id: string }
  | {
      readonly kind: 'create-unit';
      readonly path: string;
      readonly index: number;
      readonly parent: string;
      readonly name: string;
    }
  | { readonly kind: 'adopt-account'; readonly name: string; readonly index: number; readonly id: string }
  | {
      readonly kind: 'create-account';
      readonly name: string;
      readonly index: number;
      readonly email: string;
      readonly unit: string;
    }
  | {
      readonly kind: 'move-account';
      readonly name: string;
      readonly id: string;
      readonly from: string;
      readonly unit: string;
    };

/**
 * What has to be adopted, created and moved so that an organisation holds the units and accounts of a config. Nothing is
 * renamed, closed or taken away.
 * @throws DraftError when the config contradicts the organisation.
 */
export function planAccounts(draft: Draft, estate: Estate): Step[] {
  checkOrganization(draft, estate);
  const units = unitSteps(draft, estate);
  const unitIds = new Map(units.flatMap((step) => (step.kind === 'adopt-unit' ? [[step.path, step.id] as const] : [])));
  unitIds.set('Root', estate.rootId);
  const accounts = draft.accounts.flatMap((account, index) => accountSteps(account, index, estate, unitIds));
  return [...units, ...accounts];
}

function checkOrganization({ organization }: Draft, { organizationId, rootId }: Estate): void {
  for (const [what, written, found] of [
    ['organization.id', organization.id, organizationId],
    ['organization.rootId', organization.rootId, rootId],
  ]) {
    if (written && written !== found) {
      throw new DraftError(
        `${what} is ${written}, but the caller is in ${found}: use credentials of that organisation`,
      );
    }
  }
}

function unitSteps({ organization }: Draft, estate: Estate): Step[] {
  const existing = new Map(estate.units.map(({ path, id }) => [path, id]));
  const paths = organization.units.map(({ name, parent }) => (parent === 'Root' ? name : `${parent}/${name}`));
  const steps = organization.units.map((unit, index): Step => {
    const path = paths[index] ?? unit.name;
    const id = existing.get(path);
    if (unit.id && !estate.units.some((other) => other.id === unit.id)) {
      throw new DraftError(
        `unit ${path} is ${unit.id}, which the organisation does not have: take the id out to have it looked up or made`,
      );
    }
    const found = unit.id ?? id;
    if (found) return { kind: 'adopt-unit', path, index, id: found };
    if (unit.parent !== 'Root' && !paths.includes(unit.parent) && !existing.has(unit.parent)) {
      throw new DraftError(`unit ${path}: there is no unit ${unit.parent} above it`);
    }
    return { kind: 'create-unit', path, index, parent: unit.parent, name: unit.name };
  });
  return steps.toSorted((a, b) => depth(a) - depth(b));
}

/** Units above come first. */
function depth(step: Step): number {
  return 'path' in step ? step.path.split('/').length : 0;
}

function accountSteps(
  account: DraftAccount,
  index: number,
  estate: Estate,
  unitIds: ReadonlyMap<string, string>,
): Step[] {
  const { name, unit } = account;
  const found = existingAccount(account, estate);
  if (!found) {
    if (!account.email) {
      throw new DraftError(
        `account ${name} does not exist: a new one needs a mailbox of its own for its root user, as in email: ${name}@cloud.example.gov.hk; to adopt one, enter its id`,
      );
    }
    return [{ kind: 'create-account', name, index, email: account.email, unit }];
  }
  const adopt: Step = { kind: 'adopt-account', name, index, id: found.id };
  const isPlaced = found.parent === unitIds.get(unit) || found.id === estate.managementAccount;
  return isPlaced ? [adopt] : [adopt, { kind: 'move-account', name, id: found.id, from: found.parent, unit }];
}

/** By its id, else by its mailbox, else by its name; the management account by what it is. */
function existingAccount({ id, email, name, role }: DraftAccount, estate: Estate): ExistingAccount | undefined {
  const { accounts, managementAccount } = estate;
  if (id) {
    const byId = accounts.find((other) => other.id === id);
    if (byId) return byId;
    throw new DraftError(
      `account ${name} is ${id}, which the organisation does not have: invite it first, or correct the id`,
    );
  }
  if (role === 'management') return accounts.find((other) => other.id === managementAccount);
  const byEmail = accounts.find((other) => email && other.email.toLowerCase() === email.toLowerCase());
  if (byEmail) return byEmail;
  const byName = accounts.filter((other) => other.name === name);
  if (byName.length > 1)
    throw new DraftError(`${byName.length} accounts are named ${name}: enter the id of the one that is meant`);
  return byName[0];
}
