import {
  baselineGuardrails,
  quarantineGuardrail,
  sandboxGuardrail,
  type GuardrailScope,
} from '../../../constructs/organization';
import { GUARDRAIL_QUOTAS, type GuardrailDocument } from '../../../lib/model';

const BREAK_GLASS = 'arn:aws:iam::*:role/hk-government-break-glass';
const PLATFORM = 'arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*';
const SCOPE: GuardrailScope = {
  partition: 'aws',
  breakGlassRoles: [BREAK_GLASS],
  platformRoles: [PLATFORM],
  protectedRoles: ['arn:aws:iam::*:role/hk-government-*'],
  resourcePrefix: 'hk-government',
};

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Record<string, Record<string, unknown>>;
}

function statements(documents: readonly GuardrailDocument[]): Statement[] {
  return documents.flatMap((entry) => JSON.parse(JSON.stringify(entry.document)).Statement);
}

/** The statements that speak of an action, by name or by `*`. */
function about(action: string, documents = baselineGuardrails(SCOPE)): Statement[] {
  return statements(documents).filter((statement) => [statement.Action].flat().includes(action));
}

const exempt = (statement: Statement) => [statement.Condition?.['ArnNotLike']?.['aws:PrincipalArn'] ?? []].flat();

describe('baselineGuardrails', () => {
  test('are service control policies within the quota, all of them denials', () => {
    const documents = baselineGuardrails(SCOPE);
    expect(documents.map((entry) => entry.name)).toEqual([
      'lionrock-protect-organization',
      'lionrock-protect-detection',
      'lionrock-protect-keys-and-backups',
      'lionrock-prevent-public-sharing',
      'lionrock-prevent-long-lived-credentials',
      'lionrock-secure-compute',
    ]);
    for (const entry of documents) {
      expect(entry.type).toBe('SERVICE_CONTROL_POLICY');
      expect(JSON.stringify(entry.document).length).toBeLessThan(GUARDRAIL_QUOTAS.SERVICE_CONTROL_POLICY.characters);
    }
    expect(new Set(statements(documents).map((statement) => statement.Effect))).toEqual(new Set(['Deny']));
  });

  test('names of statements are unique, so that documents can be joined', () => {
    const sids = statements(baselineGuardrails(SCOPE)).map((statement) => statement.Sid);
    expect(new Set(sids).size).toBe(sids.length);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
  });

  test('deny these actions, statement by statement', () => {
    const documents = [...baselineGuardrails(SCOPE), sandboxGuardrail(SCOPE)];
    const lines = statements(documents).map(({ Sid, Action }) => `${Sid}: ${[Action].flat().join(' ')}`);
    expect(lines).toMatchSnapshot();
  });

  test.each([
    'organizations:LeaveOrganization',
    'account:CloseAccount',
    'kms:ScheduleKeyDeletion',
    'kms:DisableKey',
    'backup:DeleteRecoveryPoint',
    'backup:DeleteBackupVaultLockConfiguration',
    'iam:CreateUser',
    'iam:CreateAccessKey',
  ])('%s is left to break-glass alone', (action) => {
    const denials = about(action).filter((statement) => exempt(statement).length > 0);
    expect(denials).toHaveLength(1);
    expect(denials.map(exempt)).toEqual([[BREAK_GLASS]]);
    expect(denials[0]?.Resource).toBe('*');
  });

  test.each([
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
    'config:StopConfigurationRecorder',
    'config:DeleteDeliveryChannel',
    'guardduty:DeleteDetector',
    'guardduty:UpdateDetector',
    'guardduty:CreateFilter',
    'securityhub:DisableSecurityHub',
    'securityhub:BatchDisableStandards',
    'access-analyzer:DeleteAnalyzer',
    'macie2:DisableMacie',
    'ec2:DeleteFlowLogs',
    's3:PutAccountPublicAccessBlock',
    'ec2:DisableImageBlockPublicAccess',
    'ec2:DisableSnapshotBlockPublicAccess',
    'ec2:ModifyVpcBlockPublicAccessOptions',
    'ec2:ModifyImageAttribute',
    'rds:ModifyDBSnapshotAttribute',
    'iam:CreateOpenIDConnectProvider',
    'iam:CreateSAMLProvider',
    'kms:DisableKeyRotation',
    'ec2:DisableEbsEncryptionByDefault',
  ])('%s is left to break-glass and the platform', (action) => {
    expect(about(action)).toHaveLength(1);
    expect(about(action).map(exempt)).toEqual([[BREAK_GLASS, PLATFORM]]);
  });

  test.each<[string, string, object]>([
    ['root', '*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } }],
    [
      'early deletion',
      'kms:ScheduleKeyDeletion',
      { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': '30' } },
    ],
    ['metadata version 1', 'ec2:RunInstances', { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } }],
    ['distant metadata', 'ec2:RunInstances', { NumericGreaterThan: { 'ec2:MetadataHttpPutResponseHopLimit': '1' } }],
    ['credentials of version 1', '*', { NumericLessThan: { 'ec2:RoleDelivery': '2.0' } }],
    ['plain volumes', 'ec2:CreateVolume', { Bool: { 'ec2:Encrypted': 'false' } }],
    ['plain file systems', 'elasticfilesystem:CreateFileSystem', { Bool: { 'elasticfilesystem:Encrypted': 'false' } }],
    ['public snapshots', 'ec2:ModifySnapshotAttribute', { StringEquals: { 'ec2:Add/group': 'all' } }],
    [
      'public objects',
      's3:PutObject',
      { StringEquals: { 's3:x-amz-acl': ['public-read', 'public-read-write', 'authenticated-read'] } },
    ],
    ['public databases', 'rds:CreateDBInstance', { Bool: { 'rds:PubliclyAccessible': 'true' } }],
    [
      'open function URLs',
      'lambda:CreateFunctionUrlConfig',
      { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    ],
    ['functions for everybody', 'lambda:AddPermission', { StringEquals: { 'lambda:Principal': '*' } }],
    ['open shares', 'ram:CreateResourceShare', { Bool: { 'ram:RequestedAllowsExternalPrincipals': 'true' } }],
    ['adding to open shares', 'ram:AssociateResourceShare', { Bool: { 'ram:AllowsExternalPrincipals': 'true' } }],
  ])('%s: %s is denied to everybody', (_case, action, condition) => {
    expect(about(action).map((statement) => statement.Condition)).toContainEqual(condition);
  });

  test('roles and resources of the landing zone change only by the landing zone', () => {
    const [roles] = about('iam:UpdateAssumeRolePolicy');
    expect(roles?.Resource).toEqual(SCOPE.protectedRoles);
    expect(roles && exempt(roles)).toEqual([BREAK_GLASS, PLATFORM]);
    const [resources] = about('sns:DeleteTopic');
    expect(resources?.Resource).toContain('arn:aws:sns:*:*:hk-government-*');
    expect(about('sns:DeleteTopic', baselineGuardrails({ ...SCOPE, resourcePrefix: '' }))).toEqual([]);
  });

  test('protects the exempt roles themselves when nothing else is said', () => {
    const { partition, breakGlassRoles, platformRoles } = SCOPE;
    const [roles] = about('iam:PutRolePolicy', baselineGuardrails({ partition, breakGlassRoles, platformRoles }));
    expect(roles?.Resource).toEqual([BREAK_GLASS, PLATFORM]);
  });

  test('is written for the partition that it is given', () => {
    const scope: GuardrailScope = {
      partition: 'aws-us-gov',
      breakGlassRoles: ['arn:aws-us-gov:iam::*:role/break-glass'],
      platformRoles: [],
      resourcePrefix: 'agency',
    };
    const text = JSON.stringify([...baselineGuardrails(scope), quarantineGuardrail(scope), sandboxGuardrail(scope)]);
    expect(text).toContain('arn:aws-us-gov:iam::*:root');
    expect(text).not.toContain('arn:aws:');
  });

  test.each<[string, Partial<GuardrailScope>, RegExp]>([
    ['nobody to help', { breakGlassRoles: [] }, /found no breakGlassRoles: expected at least one/],
    ['root', { breakGlassRoles: ['arn:aws:iam::*:root'] }, /found role pattern "arn:aws:iam::\*:root": expected/],
    ['all roles', { platformRoles: ['arn:aws:iam::*:role/*'] }, /found role pattern "arn:aws:iam::\*:role\/\*"/],
    ['nearly all roles', { platformRoles: ['arn:aws:iam::*:role/*a*'] }, /at least three fixed characters/],
    ['another partition', { platformRoles: ['arn:aws-cn:iam::*:role/platform'] }, /expected arn:aws:iam::/],
    ['a bare name', { protectedRoles: ['break-glass'] }, /found role pattern "break-glass"/],
  ])('refuses to exempt or protect %s', (_case, change, message) => {
    expect(() => baselineGuardrails({ ...SCOPE, ...change })).toThrow(message);
    expect(() => quarantineGuardrail({ ...SCOPE, ...change })).toThrow(message);
  });
});

describe('quarantineGuardrail', () => {
  test('denies everything to everybody but break-glass', () => {
    expect(quarantineGuardrail(SCOPE).document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'DenyAllButBreakGlass',
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { ArnNotLike: { 'aws:PrincipalArn': [BREAK_GLASS] } },
        },
      ],
    });
  });
});

describe('sandboxGuardrail', () => {
  const sandbox = [sandboxGuardrail(SCOPE)];

  test.each(['ec2:CreateVpcPeeringConnection', 'ec2:CreateTransitGateway*', 'ram:AcceptResourceShareInvitation'])(
    'denies %s',
    (action) => {
      expect(about(action, sandbox).map(exempt)).toEqual([[BREAK_GLASS]]);
    },
  );

  test('denies data of other accounts of the organisation, not its own', () => {
    expect(about('s3:GetObject', sandbox)[0]?.Condition).toEqual({
      StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' },
      StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' },
      ArnNotLike: { 'aws:PrincipalArn': [BREAK_GLASS] },
    });
  });
});
