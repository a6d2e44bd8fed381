import { aws_sso as sso, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** A set of permissions that groups get in accounts. */
export interface PermissionSet {
  /** 1 to 32 letters, digits or `+=,.@-_`. */
  readonly name: string;
  readonly description: string;
  /** Names of AWS managed policies: `ReadOnlyAccess`, `ViewOnlyAccess`. */
  readonly managedPolicies: readonly string[];
  /** Longest session in whole hours, 1 to 12 (control IDN-07). */
  readonly sessionHours: number;
  /**
   * Name of a policy that exists in each target account and limits the set.
   * @default - none
   */
  readonly boundaryPolicyName?: string;
  /**
   * Whether external service providers hold the set; it then cannot be assigned in `productionAccountIds` (control IDN-10,
   * G3 17.1(a)), and is tagged `lionrock:holders`.
   * @default false
   */
  readonly contractors?: boolean;
  /** Who gets the set, where. */
  readonly assignments: readonly {
    /** Id of a group in the identity store. */
    readonly groupId: string;
    readonly accountIds: readonly string[];
  }[];
}

/** Properties of {@link IdentityCenterPermissions}. */
export interface IdentityCenterPermissionsProps {
  /** ARN of the IAM Identity Center instance. */
  readonly instanceArn: string;
  readonly permissionSets: readonly PermissionSet[];
  /**
   * Accounts that external service providers must not manage.
   * @default - none are known
   */
  readonly productionAccountIds?: readonly string[];
}

/** AWS managed policies whose ARNs have the path `job-function/` (source: IAM user guide, managed policies for job functions). */
const JOB_FUNCTIONS: ReadonlySet<string> = new Set([
  'Billing',
  'DatabaseAdministrator',
  'DataScientist',
  'NetworkAdministrator',
  'SupportUser',
  'SystemAdministrator',
  'ViewOnlyAccess',
]);

/** Policies that are no use without full power; they may be held for an hour only (control IDN-07). */
const PRIVILEGED: ReadonlySet<string> = new Set(['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess']);

/**
 * Permission sets and their assignments to groups, never to single people. Belongs into the account that administers
 * Identity Center, in its region. Evidence for IDN-01, IDN-04, IDN-07 and IDN-10.
 */
export class IdentityCenterPermissions extends Construct {
  /** ARNs of the permission sets by name. */
  readonly permissionSetArns: Readonly<Record<string, string>>;

  /** @throws Error when a name, session or account is malformed, a privileged session is longer than one hour, or contractors get into production. */
  constructor(scope: Construct, id: string, props: IdentityCenterPermissionsProps) {
    super(scope, id);
    const production = new Set(props.productionAccountIds ?? []);
    const problems = props.permissionSets.flatMap((set) => [
      ...permissionSetProblems(set),
      ...contractorProblems(set, production),
    ]);
    if (problems.length > 0) throw new Error(`[${this.node.path}] ${problems.join('\n  ')}`);
    this.permissionSetArns = Object.fromEntries(
      props.permissionSets.map((set) => [set.name, this.add(props.instanceArn, set)]),
    );
  }

  private add(instanceArn: string, set: PermissionSet): string {
    const permissions = new sso.CfnPermissionSet(this, set.name, {
      instanceArn,
      name: set.name,
      description: set.description,
      sessionDuration: `PT${set.sessionHours}H`,
      managedPolicies: set.managedPolicies.map((policy) => this.managedPolicyArn(policy)),
      ...(set.contractors ? { tags: [{ key: 'lionrock:holders', value: 'contractors' }] } : {}),
      ...(set.boundaryPolicyName
        ? { permissionsBoundary: { customerManagedPolicyReference: { name: set.boundaryPolicyName } } }
        : {}),
    });
    for (const { groupId, accountIds } of set.assignments) {
      for (const accountId of accountIds) {
        new sso.CfnAssignment(this, `${set.name}-${groupId}-${accountId}`, {
          instanceArn,
          permissionSetArn: permissions.attrPermissionSetArn,
          principalType: 'GROUP',
          principalId: groupId,
          targetType: 'AWS_ACCOUNT',
          targetId: accountId,
        });
      }
    }
    return permissions.attrPermissionSetArn;
  }

  private managedPolicyArn(name: string): string {
    const path = JOB_FUNCTIONS.has(name) ? 'job-function/' : '';
    return `arn:${Stack.of(this).partition}:iam::aws:policy/${path}${name}`;
  }
}

/** Remote day-to-day management of production by external service providers is prohibited (G3 17.1(a)). */
function contractorProblems(set: PermissionSet, production: ReadonlySet<string>): string[] {
  if (!set.contractors) return [];
  const wrong = set.assignments.flatMap(({ accountIds }) => accountIds).filter((id) => production.has(id));
  if (wrong.length === 0) return [];
  return [
    `"${set.name}" is held by contractors and assigned in production [${wrong.join(', ')}]: expected other accounts (G3 17.1(a)); give staff a set of their own`,
  ];
}

function permissionSetProblems(set: PermissionSet): string[] {
  const longest = set.managedPolicies.some((policy) => PRIVILEGED.has(policy)) ? 1 : 12;
  const hours = set.sessionHours;
  const wrongAccounts = set.assignments
    .flatMap((assignment) => assignment.accountIds)
    .filter((accountId) => !Token.isUnresolved(accountId) && !/^\d{12}$/.test(accountId));
  return [
    /^[\w+=,.@-]{1,32}$/.test(set.name)
      ? undefined
      : `found the permission set name "${set.name}": expected 1 to 32 letters, digits or +=,.@-_; rename it`,
    Number.isInteger(hours) && hours >= 1 && hours <= longest
      ? undefined
      : `"${set.name}" has sessions of ${hours} hours: expected 1 to ${longest} whole hours${longest === 1 ? ' because it is privileged' : ''}; shorten them`,
    wrongAccounts.length > 0
      ? `"${set.name}" is assigned in [${wrongAccounts.join(', ')}]: expected account ids of 12 digits; correct them`
      : undefined,
  ].filter((problem) => problem !== undefined);
}
