import type { ProblemDraft } from '../problem';
import type { AccountConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';

const ONCE: readonly AccountConfig['role'][] = ['management', 'log-archive', 'audit', 'network'];

/** The shared accounts that a landing zone stands on exist, once each. */
export const checkRoles: Check = (config) =>
  ONCE.flatMap((role): readonly ProblemDraft[] => {
    const paths: Path[] = config.accounts.flatMap((account, index) =>
      account.role === role ? [['accounts', index, 'role']] : [],
    );
    if (paths.length === 1) return [];
    if (paths.length > 1) {
      return paths.slice(1).map((path) => ({
        path,
        message: `a second account has the role ${role}`,
        expected: `one account with the role ${role}`,
        remedy: 'change the role of one of the two',
        related: paths.slice(0, 1),
      }));
    }
    return [
      {
        path: ['accounts'],
        onKey: true,
        message: `no account has the role ${role}`,
        expected: `one account with the role ${role}`,
        remedy: `add the account, or set "role: ${role}" on the one that has it`,
        dependsOn: config.accounts.map((_, index) => ['accounts', index, 'role']),
      },
    ];
  });
