import {
  DescribeOrganizationCommand,
  paginateListAccountsForParent,
  paginateListAWSServiceAccessForOrganization,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { AwsSession } from '../aws';

/** A unit that exists. */
export interface ExistingUnit {
  readonly id: string;
  /** As the config names it: `Security/Production`. */
  readonly path: string;
}

/** An account that exists. */
export interface ExistingAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Id of the unit or root in which it stands. */
  readonly parent: string;
}

/** An organisation as AWS knows it. */
export interface Estate {
  readonly organizationId: string;
  readonly managementAccount: string;
  readonly rootId: string;
  readonly units: readonly ExistingUnit[];
  readonly accounts: readonly ExistingAccount[];
  /** Names of the service control policies that AWS did not make. */
  readonly policies: readonly string[];
  /** Whether Control Tower may act in it. */
  readonly hasControlTower: boolean;
}

/** A client of AWS Organizations. */
export function organizationsOf(session: AwsSession): OrganizationsClient {
  return new OrganizationsClient(session.config());
}

/** Reads an organisation; only its management account, or a delegated administrator, may. */
export async function readEstate(client: OrganizationsClient): Promise<Estate> {
  const { Organization: organization } = await client.send(new DescribeOrganizationCommand({}));
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  const rootId = root?.Id ?? '';
  const units: ExistingUnit[] = [];
  const accounts: ExistingAccount[] = [];
  await walk(client, rootId, '', units, accounts);
  return {
    organizationId: organization?.Id ?? '',
    managementAccount: organization?.MasterAccountId ?? '',
    rootId,
    units,
    accounts,
    policies: await policyNames(client),
    hasControlTower: await hasControlTower(client),
  };
}

/** Everything below a unit or root, from above. */
async function walk(
  client: OrganizationsClient,
  parent: string,
  path: string,
  units: ExistingUnit[],
  accounts: ExistingAccount[],
): Promise<void> {
  accounts.push(...(await accountsIn(client, parent)));
  for (const { id, name } of await unitsIn(client, parent)) {
    const below = path === '' ? name : `${path}/${name}`;
    units.push({ id, path: below });
    await walk(client, id, below, units, accounts);
  }
}

async function accountsIn(client: OrganizationsClient, parent: string): Promise<ExistingAccount[]> {
  const found: ExistingAccount[] = [];
  for await (const { Accounts = [] } of paginateListAccountsForParent({ client }, { ParentId: parent })) {
    found.push(...Accounts.map(({ Id: id = '', Name: name = '', Email: email = '' }) => ({ id, name, email, parent })));
  }
  return found;
}

async function unitsIn(client: OrganizationsClient, parent: string): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent });
  for await (const { OrganizationalUnits = [] } of pages) {
    found.push(...OrganizationalUnits.map(({ Id: id = '', Name: name = '' }) => ({ id, name })));
  }
  return found;
}

async function policyNames(client: OrganizationsClient): Promise<string[]> {
  const names: string[] = [];
  for await (const { Policies = [] } of paginateListPolicies({ client }, { Filter: 'SERVICE_CONTROL_POLICY' })) {
    names.push(...Policies.filter(({ AwsManaged }) => AwsManaged !== true).map(({ Name = '' }) => Name));
  }
  return names;
}

async function hasControlTower(client: OrganizationsClient): Promise<boolean> {
  for await (const { EnabledServicePrincipals = [] } of paginateListAWSServiceAccessForOrganization({ client }, {})) {
    if (EnabledServicePrincipals.some(({ ServicePrincipal: name }) => name === 'controltower.amazonaws.com'))
      return true;
  }
  return false;
}
