import type { Check } from './check';
import { reference, type Named } from './reference';

/** Permission sets are assigned in accounts that exist. */
export const checkPermissionSets: Check = (config) => {
  const accounts = config.accounts.map(({ name }, index): Named => ({ name, path: ['accounts', index, 'name'] }));
  const sets = config.identity.identityCenter?.permissionSets ?? [];
  return sets.flatMap((set, index) =>
    set.assignments.flatMap((assignment, at) =>
      assignment.accounts.flatMap((name, place) =>
        reference(
          ['identity', 'identityCenter', 'permissionSets', index, 'assignments', at, 'accounts', place],
          name,
          'an account',
          accounts,
        ),
      ),
    ),
  );
};
