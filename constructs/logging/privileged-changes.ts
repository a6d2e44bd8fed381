/** Calls that change who may do what, or what can reach what. */
export interface PrivilegedChange {
  /** Service that is called, as in its endpoint. */
  readonly service: string;
  readonly description: string;
  /** Calls that are told, also refused ones. */
  readonly calls?: readonly string[];
  /** Calls of the service that failed so are told, whatever they are; ends with a star where more may follow. */
  readonly errors?: readonly string[];
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
  'refused-keys': {
    service: 'kms',
    description: 'The use of a key was refused',
    errors: ['AccessDenied*'],
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
