import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAccountIdentity } from '../../../constructs/baseline';
import type { PermissionBoundary } from '../../../constructs/identity';
import type { StackContext } from '../context';
import { addPermissionSets } from './permission-sets';

export interface IdentityStackProps extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** The account's topic for alerts. */
  readonly topic: sns.ITopic;
}

/**
 * Who may do what in an account: emergency, key administration and audit roles, the ceiling over departments, and
 * analyzers of access. In the management account also the permission sets of the organisation.
 */
export class IdentityStack extends Stack {
  /** The most that the department's own roles may do, in accounts that have workloads. */
  readonly boundary: PermissionBoundary | undefined;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    const { account, config, names, profile, key, topic } = props;
    super(scope, id, { description: `Roles and access analysis of ${account.name}`, terminationProtection: true });
    this.boundary = addAccountIdentity(this, {
      name: config.name,
      trustedPrincipals: config.identity.breakGlass.trustedPrincipals,
      encryptionKey: key,
      profile,
      topic,
      auditAccountId: names.accountOf('audit').id,
      organizationId: config.organization.id,
      ...(account.role === 'workload' ? { boundaryProtects: this.platformNames(props) } : {}),
    });
    if (account.role === 'management') addPermissionSets(this, props);
  }

  /** The landing zone's named roles, those by which it is deployed, and those that its stacks here generate. */
  private platformNames({ account, config }: IdentityStackProps): string[] {
    const qualifier = this.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
    return [`${config.name}-*`, `cdk-${qualifier}-*`, `${account.name}-*`];
  }
}
