import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PostureAdministrator } from '../../../constructs/detection';
import { DelegatedAdministration } from '../../../constructs/organization';
import type { StackContext } from '../context';
import { addPermissionSets } from './permission-sets';

export interface AdministrationStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/**
 * What the management account alone does for the others where their baseline comes by stack sets: it delegates the
 * administration of findings, and gives people their permission sets.
 */
export class AdministrationStack extends Stack {
  constructor(scope: Construct, id: string, props: AdministrationStackProps) {
    const { config, names, profile, key } = props;
    super(scope, id, {
      description: 'Delegation and permission sets of the organisation',
      terminationProtection: true,
    });
    const accountId = names.accountOf('audit').id;
    new PostureAdministrator(this, 'PostureAdministrator', { accountId });
    new DelegatedAdministration(this, 'Delegation', { accountId, name: config.name, encryptionKey: key, profile });
    addPermissionSets(this, props);
  }
}
