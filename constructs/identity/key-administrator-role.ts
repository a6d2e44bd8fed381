import { aws_iam as iam, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { acknowledgeWildcards } from '../acknowledge-wildcards';
import { ADMINISTRATION, CRYPTOGRAPHY } from '../keys/key-actions';
import { trustedPrincipals } from './trusted-principals';

/** Properties of {@link KeyAdministratorRole}. */
export interface KeyAdministratorRoleProps {
  /** Physical name of the role: key policies admit it by name. */
  readonly roleName: string;
  /** ARNs of the principals that may assume the role: roles, users, or an account (`…:root`). */
  readonly trustedPrincipals: readonly string[];
}

/** KMS knows no resource for these. */
const WITHOUT_RESOURCE = ['kms:CreateKey', 'kms:ListAliases', 'kms:ListKeys'];

/** Destroying keys: other people's work. */
const DESTRUCTION = ['kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'];

/**
 * Administers keys and can neither use nor destroy them; second factor, sessions of an hour. Evidence for IDN-02,
 * IDN-07, KEY-06 and KEY-07.
 */
export class KeyAdministratorRole extends Construct {
  readonly role: iam.IRole;

  /** @throws Error when a trusted principal is not the ARN of a role, user or account. */
  constructor(scope: Construct, id: string, props: KeyAdministratorRoleProps) {
    super(scope, id);
    this.role = new iam.Role(this, 'Role', {
      roleName: props.roleName,
      description: 'Administers keys without using them',
      assumedBy: new iam.PrincipalWithConditions(trustedPrincipals(this, props.trustedPrincipals), {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    const everyKey = ['key', 'alias'].map((resource) =>
      Stack.of(this).formatArn({ service: 'kms', resource, resourceName: '*' }),
    );
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Administration of keys, without use or destruction',
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({ sid: 'FindKeys', actions: WITHOUT_RESOURCE, resources: ['*'] }),
        new iam.PolicyStatement({
          sid: 'AdministerKeys',
          actions: [...ADMINISTRATION, 'kms:RetireGrant'].toSorted(),
          resources: everyKey,
        }),
        new iam.PolicyStatement({
          sid: 'NeitherUseNorDestroy',
          effect: iam.Effect.DENY,
          actions: [...CRYPTOGRAPHY, ...DESTRUCTION].toSorted(),
          resources: ['*'],
        }),
      ],
    });
    const reason =
      'The role administers all keys of the account; which of them it really may change is said by their key policies.';
    acknowledge(policy, { 'AwsSolutions-IAM5[Resource::*]': reason });
    acknowledgeWildcards(policy, everyKey, reason);
  }
}
