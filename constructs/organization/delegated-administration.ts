import { aws_detective as detective, aws_iam as iam, Stack, Token } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { InlineResource } from '../inline-resource';

/** Services that this can delegate: by their own calls, or by Organizations under their principal. */
export const DELEGABLE_SERVICES = [
  'guardduty',
  'macie',
  'inspector2',
  'access-analyzer.amazonaws.com',
  'config.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'member.org.stacksets.cloudformation.amazonaws.com',
] as const;
export type DelegableService = (typeof DELEGABLE_SERVICES)[number];

/** Properties of {@link DelegatedAdministration}. */
export interface DelegatedAdministrationProps {
  /** Account that administers the services for the organisation: 12 digits. */
  readonly accountId: string;
  /** Begins the name of the function. */
  readonly name: string;
  /** Customer key of the function's log; it must admit log groups. */
  readonly encryptionKey: kms.IKey;
  /** States how long the log is kept. */
  readonly profile: Profile;
  /**
   * What is delegated by the function.
   * @default - GuardDuty, Macie, Inspector, Access Analyzer and AWS Config
   */
  readonly services?: readonly DelegableService[];
  /** Delegate Detective, for which there is a resource. @default true */
  readonly detective?: boolean;
}

const CALLS: Readonly<Record<string, readonly string[]>> = {
  guardduty: ['guardduty:EnableOrganizationAdminAccount', 'guardduty:ListOrganizationAdminAccounts'],
  macie: ['macie2:EnableOrganizationAdminAccount', 'macie2:ListOrganizationAdminAccounts'],
  inspector2: ['inspector2:EnableDelegatedAdminAccount', 'inspector2:ListDelegatedAdminAccounts'],
};

/** Services whose own role may be made when they are delegated. */
const LINKED = ['guardduty', 'macie', 'inspector2', 'access-analyzer', 'config'].map((name) => `${name}.amazonaws.com`);

/** Each service's own call asks Organizations in the name of the caller. */
const ORGANIZATIONS = [
  'organizations:DescribeOrganization',
  'organizations:EnableAWSServiceAccess',
  'organizations:ListAWSServiceAccessForOrganization',
  'organizations:ListDelegatedAdministrators',
  'organizations:RegisterDelegatedAdministrator',
];

/**
 * Delegates the security services of the organisation to one account, where CloudFormation has no resource for it. Belongs
 * into the management account. A service that another account administers is refused, not taken away. Evidence for
 * GOV-07.
 */
export class DelegatedAdministration extends Construct {
  /** @throws Error when the account is not 12 digits. */
  constructor(scope: Construct, id: string, props: DelegatedAdministrationProps) {
    super(scope, id);
    const { accountId, name, encryptionKey, profile } = props;
    if (!Token.isUnresolved(accountId) && !/^\d{12}$/.test(accountId)) {
      throw new Error(
        `[${this.node.path}] found accountId "${accountId}": expected 12 digits; give the id of the audit account`,
      );
    }
    const services = props.services ?? DELEGABLE_SERVICES.filter((service) => !service.startsWith('member.org'));
    new InlineResource(this, 'Services', {
      handler: 'delegated-administration',
      description: 'Delegates security services of the organisation to one account',
      resourceType: 'Custom::LionrockDelegatedAdministration',
      functionName: `${name}-delegated-administration`,
      encryptionKey,
      profile,
      actions: [...ORGANIZATIONS, ...services.flatMap((service) => CALLS[service] ?? [])],
      statements: [this.serviceLinkedRoles()],
      withoutResource: 'Whether a service is delegated belongs to the organisation as a whole, which has no ARN here.',
      properties: { AccountId: accountId, Services: [...services] },
    });
    if (props.detective ?? true) new detective.CfnOrganizationAdmin(this, 'Detective', { accountId });
  }

  /** Each service makes its own role in the management account when it is delegated. */
  private serviceLinkedRoles(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'ServiceLinkedRoles',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [
        Stack.of(this).formatArn({ service: 'iam', region: '', resource: 'role', resourceName: 'aws-service-role/*' }),
      ],
      conditions: { StringEquals: { 'iam:AWSServiceName': LINKED } },
    });
  }
}
