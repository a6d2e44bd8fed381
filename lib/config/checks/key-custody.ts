import type { Check } from './check';
import { reference } from './reference';

/** Keys whose material is imported are keys of the account. */
export const checkKeyCustody: Check = (config) =>
  config.accounts.flatMap(({ keys, importedKeys }, index) =>
    importedKeys.flatMap((name, at) =>
      reference(
        ['accounts', index, 'importedKeys', at],
        name,
        'a key of the account',
        keys.map((key, place) => ({ name: key, path: ['accounts', index, 'keys', place] })),
      ),
    ),
  );
