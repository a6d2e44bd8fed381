import type { GuardrailType } from '../../../model';

/** Policies that are lists of statements. */
export type StatementPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

export interface StatementGrammar {
  readonly title: string;
  readonly elements: readonly string[];
  readonly effects: readonly string[];
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/organizations/latest/userguide';

/** What each type of policy allows in a statement (AWS Organizations user guide, read 2026-11-23). */
export const STATEMENT_GRAMMARS: Readonly<Record<StatementPolicyType, StatementGrammar>> = {
  SERVICE_CONTROL_POLICY: {
    title: 'service control policy',
    elements: ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
    effects: ['Allow', 'Deny'],
    source: `${GUIDE}/orgs_manage_policies_scps_syntax.html`,
  },
  RESOURCE_CONTROL_POLICY: {
    title: 'resource control policy',
    elements: ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'NotResource', 'Condition'],
    effects: ['Deny'],
    source: `${GUIDE}/orgs_manage_policies_rcps_syntax.html`,
  },
};

/** The one key at the top of policies that set attributes instead of allowing or denying (same guide). */
export const TOP_LEVEL_KEY: Readonly<Record<Exclude<GuardrailType, StatementPolicyType>, string>> = {
  DECLARATIVE_POLICY_EC2: 'ec2_attributes',
  TAG_POLICY: 'tags',
  BACKUP_POLICY: 'plans',
  AISERVICES_OPT_OUT_POLICY: 'services',
  S3_POLICY: 's3_attributes',
};

export const INHERITANCE_OPERATORS = [
  '@@assign',
  '@@append',
  '@@remove',
  '@@operators_allowed_for_child_policies',
] as const;

/** The version of the policy language that Organizations asks for. */
export const POLICY_VERSION = '2012-10-17';

/** Condition keys that every service understands (IAM user guide, reference_policies_condition-keys), tags apart. */
export const GLOBAL_CONDITION_KEYS: readonly string[] = [
  'aws:AssumedRoot',
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:ChatbotSourceArn',
  'aws:CurrentTime',
  'aws:Ec2InstanceSourcePrivateIPv4',
  'aws:Ec2InstanceSourceVpc',
  'aws:EpochTime',
  'aws:FederatedProvider',
  'aws:MultiFactorAuthAge',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'aws:PrincipalType',
  'aws:Referer',
  'aws:RequestedRegion',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIdentity',
  'aws:SourceIp',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceVpc',
  'aws:SourceVpcArn',
  'aws:SourceVpce',
  'aws:TagKeys',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'aws:ViaAWSService',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:VpcSourceIp',
];
