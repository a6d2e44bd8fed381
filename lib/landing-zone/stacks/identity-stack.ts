import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  AccountAccessAnalyzer,
  AuditRole,
  BreakGlassRole,
  IdentityCenterPermissions,
  KeyAdministratorRole,
  PermissionBoundary,
} from '../../../constructs/identity';
import type { StackContext } from '../context';

export interface IdentityStackProps extends StackContext {
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
    const { account, config, names, topic } = props;
    super(scope, id, { description: `Roles and access analysis of ${account.name}`, terminationProtection: true });
    const { trustedPrincipals } = config.identity.breakGlass;
    this.boundary = account.role === 'workload' ? this.createBoundary(props) : undefined;
    new BreakGlassRole(this, 'BreakGlass', {
      roleName: names.role('break-glass'),
      trustedPrincipals,
      topic,
      namePrefix: config.name,
    });
    new KeyAdministratorRole(this, 'KeyAdministrator', {
      roleName: names.role('key-administrator'),
      trustedPrincipals,
    });
    new AuditRole(this, 'Audit', {
      roleName: names.role('audit'),
      auditAccountId: names.accountOf('audit').id,
      organizationId: config.organization.id,
    });
    new AccountAccessAnalyzer(this, 'Access');
    if (account.role === 'management') this.addPermissionSets(props);
  }

  private createBoundary(props: IdentityStackProps): PermissionBoundary {
    return new PermissionBoundary(this, 'Boundary', {
      policyName: `${props.config.name}-boundary`,
      protectedNames: this.platformNames(props),
    });
  }

  /** The landing zone's named roles, those by which it is deployed, and those that its stacks here generate. */
  private platformNames({ account, config }: IdentityStackProps): string[] {
    const qualifier = this.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
    return [`${config.name}-*`, `cdk-${qualifier}-*`, `${account.name}-*`];
  }

  private addPermissionSets({ config, names }: IdentityStackProps): void {
    const { identityCenter } = config.identity;
    if (!identityCenter) return;
    new IdentityCenterPermissions(this, 'PermissionSets', {
      instanceArn: identityCenter.instanceArn,
      permissionSets: identityCenter.permissionSets.map(({ assignments, ...set }) => ({
        ...set,
        assignments: assignments.map(({ groupId, accounts }) => ({
          groupId,
          accountIds: accounts.map((name) => names.account(name).id),
        })),
      })),
    });
  }
}
