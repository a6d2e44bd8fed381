import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PostureAdministrator } from '../../../constructs/detection';
import type { StackContext } from '../context';
import { addPermissionSets } from './permission-sets';

/**
 * What the management account alone does for the others where their baseline comes by stack sets: it delegates the
 * administration of findings, and gives people their permission sets.
 */
export class AdministrationStack extends Stack {
  constructor(scope: Construct, id: string, props: StackContext) {
    super(scope, id, {
      description: 'Delegation and permission sets of the organisation',
      terminationProtection: true,
    });
    new PostureAdministrator(this, 'PostureAdministrator', { accountId: props.names.accountOf('audit').id });
    addPermissionSets(this, props);
  }
}
