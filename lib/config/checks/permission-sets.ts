import type { ProblemDraft } from '../problem';
import type { Path } from '../source';
import type { Check } from './check';
import { reference, type Named } from './reference';

/** Permission sets are assigned in accounts that exist; those of external service providers not in production. */
export const checkPermissionSets: Check = (config) => {
  const accounts = config.accounts.map(({ name }, index): Named => ({ name, path: ['accounts', index, 'name'] }));
  const sets = config.identity.identityCenter?.permissionSets ?? [];
  const production = new Set(
    config.accounts.filter(({ environment }) => environment === 'production').map(({ name }) => name),
  );
  return sets.flatMap((set, index) =>
    set.assignments.flatMap((assignment, at) =>
      assignment.accounts.flatMap((name, place) => {
        const path = ['identity', 'identityCenter', 'permissionSets', index, 'assignments', at, 'accounts', place];
        if (set.contractors && production.has(name)) return [contractorsIn(name, path)];
        return reference(path, name, 'an account', accounts);
      }),
    ),
  );
};

function contractorsIn(account: string, path: Path): ProblemDraft {
  return {
    path,
    message: `external service providers would manage the production account "${account}" from afar`,
    expected: 'an account that is not production',
    remedy: 'assign the permission set in non-production accounts, and give staff a set of their own',
    source: 'G3 17.1(a)',
  };
}
