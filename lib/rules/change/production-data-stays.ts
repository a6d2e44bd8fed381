import { arnOf, asText, type Value } from '../../template';
import { at, fail, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { accountNameOf, environmentsByAccount, type Environment } from './environment';

/** Where a resource names the vault to which it copies, or the snapshot from which it is made. */
const PATHS: Readonly<Record<string, { readonly path: string; readonly gives: boolean }>> = {
  'AWS::Backup::BackupPlan': {
    path: 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn',
    gives: true,
  },
  'AWS::RDS::DBCluster': { path: 'SnapshotIdentifier', gives: false },
  'AWS::RDS::DBInstance': { path: 'DBSnapshotIdentifier', gives: false },
};

const EXPECTED = 'an account of the same environment';

/**
 * Judged where both accounts have templates in the unit, whose tags say of which environment they are: elsewhere the
 * environment of the other account is not shown. G3 16.3(a): production data shall not be used for testing.
 */
export const productionDataStays: Rule = {
  id: 'production-data-stays',
  control: 'CHG-07',
  message: 'Production data are copied into an account for tests.',
  remediation: 'Copy backups to an account of production only, and make test databases from data made for tests.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: (resource, context) => {
    const { path = '', gives = false } = PATHS[resource.type] ?? {};
    const own = environmentOf(accountNameOf(resource.template), context);
    if (own === undefined) return NOT_APPLICABLE;
    const mayLeak = own === (gives ? 'production' : 'non-production');
    const results = at(resource.properties, path).flatMap(({ path: place, value }): readonly RuleResult[] => {
      const account = arnOf(value)?.account;
      const other = account === undefined ? undefined : environmentOf(asText(account), context);
      const found = { path: place, value };
      if (other === undefined) return mayLeak && isOpen(account) ? [unknown(found, EXPECTED)] : [];
      return [mayLeak && other !== own ? fail(found, EXPECTED) : pass(found, EXPECTED)];
    });
    return results.length > 0 ? results : NOT_APPLICABLE;
  },
};

/** The account that an ARN names is a value made at deployment. */
function isOpen(account: Value | undefined): boolean {
  return account !== undefined && asText(account) === undefined;
}

function environmentOf(account: string | undefined, { graph }: RuleContext): Environment | undefined {
  const [environment, ...others] = environmentsByAccount(graph).get(account ?? '') ?? [];
  return others.length > 0 || environment === 'unknown' ? undefined : environment;
}
