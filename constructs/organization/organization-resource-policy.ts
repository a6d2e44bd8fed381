import { aws_organizations as organizations, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Properties of {@link OrganizationResourcePolicy}. */
export interface OrganizationResourcePolicyProps {
  /** Ids of the accounts that may read the organisation: its units, accounts and policies. */
  readonly readers: readonly string[];
}

/** Source: AWS Organizations user guide, example resource policy to view the organisation, units, accounts and policies. */
const READ_ACTIONS = [
  'organizations:DescribeAccount',
  'organizations:DescribeEffectivePolicy',
  'organizations:DescribeOrganization',
  'organizations:DescribeOrganizationalUnit',
  'organizations:DescribePolicy',
  'organizations:ListAccounts',
  'organizations:ListAccountsForParent',
  'organizations:ListChildren',
  'organizations:ListOrganizationalUnitsForParent',
  'organizations:ListParents',
  'organizations:ListPolicies',
  'organizations:ListPoliciesForTarget',
  'organizations:ListRoots',
  'organizations:ListTagsForResource',
  'organizations:ListTargetsForPolicy',
];

/**
 * Lets the audit account read the organisation, so that auditors need no access to the management account. There is one
 * resource policy in an organisation. Who may change policies is not delegated: that stays with the management account.
 * Evidence for GOV-07.
 */
export class OrganizationResourcePolicy extends Construct {
  /** @throws Error when `readers` is empty or holds something else than account ids. */
  constructor(scope: Construct, id: string, props: OrganizationResourcePolicyProps) {
    super(scope, id);
    const { partition } = Stack.of(this);
    const wrong = props.readers.filter((reader) => !Token.isUnresolved(reader) && !/^\d{12}$/.test(reader));
    if (props.readers.length === 0 || wrong.length > 0) {
      throw new Error(
        `[${this.node.path}] found readers [${props.readers.join(', ')}]: expected account ids of 12 digits; give the id of the audit account`,
      );
    }
    new organizations.CfnResourcePolicy(this, 'Policy', {
      content: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ReadTheOrganization',
            Effect: 'Allow',
            Principal: { AWS: props.readers.map((reader) => `arn:${partition}:iam::${reader}:root`) },
            Action: READ_ACTIONS,
            Resource: '*',
          },
        ],
      },
    });
  }
}
