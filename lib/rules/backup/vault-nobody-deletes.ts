import { and, or } from '../../model';
import { fail, guarded, inLandingZone, pass, unknown } from '../check';
import { isDeny, policyDocument, speaksOf } from '../policy';
import type { Rule } from '../rule';

const PATH = 'AccessPolicy';
const EXPECTED = 'a statement that denies backup:DeleteRecoveryPoint';

/** Asked of landing zones: the lock keeps backups for its shortest time only, and administrators can lift some locks. */
export const vaultNobodyDeletes: Rule = {
  id: 'vault-nobody-deletes',
  control: 'BKP-05',
  message: 'The policy of the backup vault lets whoever has the right delete backups.',
  remediation: 'Deny backup:DeleteRecoveryPoint and backup:DeleteBackupVault in AccessPolicy.',
  types: ['AWS::Backup::BackupVault'],
  scope: 'resource',
  evaluate: guarded(inLandingZone, ({ properties }) => {
    const found = { path: PATH, value: properties[PATH] };
    const { statements, unresolved } = policyDocument(properties[PATH], PATH);
    const denies = or(...statements.map((item) => and(isDeny(item), speaksOf(item, 'backup:DeleteRecoveryPoint'))));
    if (denies === true) return pass(found, EXPECTED);
    const [unread] = unresolved;
    if (unread || denies === 'unknown') return unknown({ path: PATH, value: unread ?? properties[PATH] }, EXPECTED);
    return fail(found, EXPECTED);
  }),
};
