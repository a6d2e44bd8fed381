import { usualKeyAlias } from '../../model';
import type { AccountConfig } from '../schema/account';
import type { ProblemDraft } from '../problem';
import type { Path } from '../source';
import type { Check } from './check';
import { twice } from './duplicates';
import type { NamedAt } from './reference';

/** An alias that a key of a store is given is that of no other key of the account. */
export const checkKeyAliases: Check = (config) =>
  config.accounts.flatMap((account, index) => aliasProblems(account, ['accounts', index]));

function aliasProblems(account: AccountConfig, path: Path): readonly ProblemDraft[] {
  const stored = account.keyStore?.keys ?? [];
  const given = stored.flatMap(({ alias: name }, at) =>
    name === undefined ? [] : [{ name, path: [...path, 'keyStore', 'keys', at, 'alias'] }],
  );
  const renamed = new Set(stored.flatMap(({ purpose, alias }) => (alias === undefined ? [] : [purpose])));
  const usual = usualAliases(account, path, renamed);
  return [
    ...twice('alias of a key', given),
    ...given.flatMap((one) => {
      const other = usual.find(({ name }) => name === one.name);
      return other ? twice('alias of a key', [other, one]) : [];
    }),
  ];
}

/** Aliases of the keys that are given none. */
function usualAliases(account: AccountConfig, path: Path, renamed: ReadonlySet<string>): readonly NamedAt[] {
  const { department, holds } = account;
  return (['keys', 'signingKeys', 'macKeys'] as const).flatMap((list) =>
    account[list].flatMap((purpose, at) =>
      renamed.has(purpose)
        ? []
        : [
            {
              name: usualKeyAlias({ department, purpose, classification: holds.classification }),
              path: [...path, list, at],
            },
          ],
    ),
  );
}
