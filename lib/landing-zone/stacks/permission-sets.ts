import type { Construct } from 'constructs';
import { IdentityCenterPermissions } from '../../../constructs/identity';
import type { StackContext } from '../context';

/** The roles that people take through Identity Center, where the config has an instance of it. */
export function addPermissionSets(scope: Construct, { config, names }: StackContext): void {
  const { identityCenter } = config.identity;
  if (!identityCenter) return;
  new IdentityCenterPermissions(scope, 'PermissionSets', {
    instanceArn: identityCenter.instanceArn,
    productionAccountIds: config.accounts.filter(({ environment }) => environment === 'production').map(({ id }) => id),
    permissionSets: identityCenter.permissionSets.map(({ assignments, ...set }) => ({
      ...set,
      assignments: assignments.map(({ groupId, accounts }) => ({
        groupId,
        accountIds: accounts.map((name) => names.account(name).id),
      })),
    })),
  });
}
