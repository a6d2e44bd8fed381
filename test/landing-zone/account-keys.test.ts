import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../lib/landing-zone';
import { profileById } from '../../lib/profiles';
import { smallConfig, smallInput } from './support/small-config';

test('an account without workloads needs no keys but those that it names', () => {
  const { accounts } = smallInput();
  const config = smallConfig({
    accounts: accounts.map((account) =>
      account.name === 'shared-services' ? { ...account, keys: ['logs'] } : account,
    ),
  });
  const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
  const profile = profileById(config.profile);
  const built = synthesize({ config, profile, configFolder: '.', outdir, account: 'shared-services' });
  expect(built.accounts).toEqual(['shared-services']);
});
