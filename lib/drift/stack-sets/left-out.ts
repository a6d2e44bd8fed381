import { isJsonList, isJsonMap, scalarText, type Json, type JsonMap } from '../json';

/**
 * The groups of a stack set without some accounts, in the words of templates; undefined where those cannot say it.
 * @param groups `StackInstancesGroup`.
 */
export function leftOut(groups: Json | undefined, accounts: readonly string[]): Json | undefined {
  if (accounts.length === 0 || groups === null) return groups;
  if (!isJsonList(groups)) return undefined;
  const found = groups.map((group) => {
    const targets = isJsonMap(group) ? group['DeploymentTargets'] : undefined;
    const left = isJsonMap(targets) ? withoutAccounts(targets, accounts) : undefined;
    return left && isJsonMap(group) ? { ...group, DeploymentTargets: left } : undefined;
  });
  return found.some((group) => group === undefined) ? undefined : (found as readonly JsonMap[]);
}

function withoutAccounts(targets: JsonMap, accounts: readonly string[]): JsonMap | undefined {
  const {
    Accounts: named = [],
    AccountFilterType: filter = null,
    OrganizationalUnitIds: units = [],
    ...rest
  } = targets;
  if (!isJsonList(named) || !isJsonList(units)) return undefined;
  const others = named.filter((account) => !accounts.includes(scalarText(account)));
  if (filter === 'INTERSECTION' || units.length === 0) return { ...targets, Accounts: others };
  const excluded = { OrganizationalUnitIds: units, AccountFilterType: 'DIFFERENCE' };
  if (filter === 'DIFFERENCE') return { ...rest, ...excluded, Accounts: [...new Set([...named, ...accounts])] };
  return named.length === 0 ? { ...rest, ...excluded, Accounts: accounts } : undefined;
}
