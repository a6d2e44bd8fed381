import { ArnFormat, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_sqs as sqs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What the administration of detection calls that AWS knows no resources for. */
export const ADMINISTRATION_ACTIONS: readonly string[] = [
  'detective:ListGraphs',
  'guardduty:CreateMembers',
  'guardduty:GetMembers',
  'guardduty:ListDetectors',
  'guardduty:UpdateOrganizationConfiguration',
  'inspector2:AssociateMember',
  'inspector2:BatchGetAccountStatus',
  'inspector2:Enable',
  'inspector2:UpdateOrganizationConfiguration',
  'macie2:UpdateAutomatedDiscoveryConfiguration',
  'macie2:UpdateOrganizationConfiguration',
];

/** What the rights are about. */
export interface AdministrationSubjects {
  readonly organizationId: string;
  readonly deadLetters: sqs.IQueue;
  readonly encryptionKey: kms.IKey;
}

/** What it calls on resources that can be named. */
export function administrationRights(
  scope: Construct,
  { organizationId, deadLetters, encryptionKey }: AdministrationSubjects,
): iam.PolicyStatement[] {
  const stack = Stack.of(scope);
  const graphs = {
    service: 'detective',
    resource: 'graph',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  };
  const accounts = { service: 'organizations', region: '', account: '*', resource: 'account' };
  const roles = { service: 'iam', region: '', resource: 'role', resourceName: 'aws-service-role/*' };
  return [
    allow(['detective:CreateMembers', 'detective:GetMembers'], stack.formatArn(graphs)),
    allow(
      ['macie2:CreateMember', 'macie2:GetMember'],
      stack.formatArn({ service: 'macie2', resource: 'member', resourceName: '*' }),
    ),
    allow(
      ['securityhub:CreateMembers', 'securityhub:GetMembers'],
      stack.formatArn({ service: 'securityhub', resource: 'hub', resourceName: 'default' }),
    ),
    allow(['organizations:DescribeAccount'], stack.formatArn({ ...accounts, resourceName: `${organizationId}/*` })),
    // Inspector makes its own roles when it is switched on.
    allow(['iam:CreateServiceLinkedRole'], stack.formatArn(roles), {
      StringEquals: { 'iam:AWSServiceName': ['inspector2.amazonaws.com', 'agentless.inspector2.amazonaws.com'] },
    }),
    allow(['sqs:SendMessage'], deadLetters.queueArn),
    allow(['kms:GenerateDataKey', 'kms:Decrypt'], encryptionKey.keyArn, {
      StringEquals: { 'kms:ViaService': `sqs.${stack.region}.${stack.urlSuffix}` },
    }),
  ];
}

function allow(actions: string[], resource: string, conditions?: iam.Conditions): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources: [resource], ...(conditions ? { conditions } : {}) });
}
