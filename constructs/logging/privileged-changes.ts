/** Calls that change who may do what, or what can reach what. */
interface PrivilegedChange {
  /** Service that is called, as in its endpoint. */
  readonly service: string;
  readonly description: string;
  readonly calls: readonly string[];
}

/**
 * What is watched over all accounts, by the name of its alarm (CIS AWS Foundations 5.0, section 4; the choice of calls is
 * ours). A filter pattern holds at most 1,024 characters.
 */
export const PRIVILEGED_CHANGES: Readonly<Record<string, PrivilegedChange>> = {
  identity: {
    service: 'iam',
    description: 'Rights were given, taken or widened',
    calls: [
      'AttachGroupPolicy',
      'AttachRolePolicy',
      'AttachUserPolicy',
      'CreateAccessKey',
      'CreatePolicyVersion',
      'CreateUser',
      'DeleteRolePermissionsBoundary',
      'PutGroupPolicy',
      'PutRolePolicy',
      'PutUserPolicy',
      'SetDefaultPolicyVersion',
      'UpdateAssumeRolePolicy',
    ],
  },
  keys: {
    service: 'kms',
    description: 'A key was disabled, scheduled for deletion, or given another policy',
    calls: ['DisableKey', 'DisableKeyRotation', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
  },
  network: {
    service: 'ec2',
    description: 'What can reach what was changed',
    calls: [
      'AttachInternetGateway',
      'AuthorizeSecurityGroupEgress',
      'AuthorizeSecurityGroupIngress',
      'CreateInternetGateway',
      'CreateNetworkAclEntry',
      'CreateRoute',
      'CreateVpcPeeringConnection',
      'ModifyVpcBlockPublicAccessOptions',
      'ReplaceNetworkAclEntry',
      'ReplaceRoute',
    ],
  },
  trails: {
    service: 'cloudtrail',
    description: 'A trail was stopped, deleted, or records less',
    calls: ['DeleteTrail', 'PutEventSelectors', 'StopLogging', 'UpdateTrail'],
  },
  organization: {
    service: 'organizations',
    description: 'Guardrails or accounts of the organisation were changed',
    calls: [
      'AttachPolicy',
      'CreateAccount',
      'DeletePolicy',
      'DeleteResourcePolicy',
      'DetachPolicy',
      'DisablePolicyType',
      'LeaveOrganization',
      'MoveAccount',
      'PutResourcePolicy',
      'RegisterDelegatedAdministrator',
      'RemoveAccountFromOrganization',
      'UpdatePolicy',
    ],
  },
};
