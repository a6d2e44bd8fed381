import { GUARDRAIL_QUOTAS, GUARDRAIL_TYPES, type GuardrailType } from '../../../../lib/model';
import { policyDocumentProblems } from '../../../../lib/proofs/guardrails/document';

const STATEMENT = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const policy = (statement: object, rest: object = {}) => ({ Version: '2012-10-17', Statement: [statement], ...rest });
const said = (type: GuardrailType, document: unknown): string[] =>
  policyDocumentProblems(type, document).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('service control policies', () => {
  test.each<[string, unknown]>([
    ['a plain deny', policy(STATEMENT)],
    ['one statement outside a list', { Version: '2012-10-17', Statement: STATEMENT }],
    [
      'an allow with NotAction and NotResource',
      policy({ Effect: 'Allow', NotAction: ['iam:*'], NotResource: ['arn:aws:s3:::x'] }),
    ],
    ['a wildcard inside an action', policy({ ...STATEMENT, Action: ['s3:Get*Acl', 'ec2:*Gateway*'] })],
    [
      'conditions',
      policy({
        ...STATEMENT,
        Condition: {
          'ForAnyValue:StringNotLikeIfExists': { 'aws:PrincipalOrgPaths': ['o-1/*'] },
          Bool: { 'aws:ViaAWSService': 'false', 'aws:SecureTransport': false },
          NumericLessThan: { 's3:TlsVersion': 1.2 },
          Null: { 'aws:TokenIssueTime': true },
          StringEquals: { 'aws:ResourceTag/team': 'a', 'aws:principalorgid': 'o-1', 's3:x-amz-acl': 'x' },
        },
      }),
    ],
    ['an Id', policy(STATEMENT, { Id: 'mine' })],
    [
      'several statements whose Sids are empty',
      { Version: '2012-10-17', Statement: [1, 2].map(() => ({ ...STATEMENT, Sid: '' })) },
    ],
  ])('%s is accepted', (_name, document) => {
    expect(said('SERVICE_CONTROL_POLICY', document)).toEqual([]);
  });

  test.each<[string, unknown, string[]]>([
    ['no version', { Statement: [STATEMENT] }, [': the policy has no Version']],
    ['an old version', policy(STATEMENT, { Version: '2008-10-17' }), ['Version: Version is "2008-10-17"']],
    ['no statement', { Version: '2012-10-17' }, [': the policy has no Statement']],
    ['no statements', { Version: '2012-10-17', Statement: [] }, ['Statement: the policy has no statements']],
    [
      'a statement that is text',
      { Version: '2012-10-17', Statement: ['Deny'] },
      ['Statement.0: a statement is not a mapping'],
    ],
    [
      'a misspelt element at the top',
      { Version: '2012-10-17', Statment: [STATEMENT] },
      ['Statment: unknown element "Statment" in a service control policy: did you mean "Statement"?'],
    ],
    [
      'a principal',
      policy({ ...STATEMENT, Principal: '*' }),
      ['Statement.0.Principal: unknown element "Principal" in a service control policy'],
    ],
    ['no effect', policy({ Action: '*', Resource: '*' }), ['Statement.0: the statement has no Effect']],
    [
      'an effect in lower case',
      policy({ ...STATEMENT, Effect: 'deny' }),
      ['Statement.0.Effect: Effect "deny" is not one of a service control policy: did you mean "Deny"?'],
    ],
    ['no action', policy({ Effect: 'Deny', Resource: '*' }), ['Statement.0: the statement has no Action or NotAction']],
    [
      'no resource',
      policy({ Effect: 'Deny', Action: '*' }),
      ['Statement.0: the statement has no Resource or NotResource'],
    ],
    [
      'both of a pair',
      policy({ ...STATEMENT, NotAction: 'iam:*' }),
      ['Statement.0.NotAction: the statement has Action and NotAction'],
    ],
    [
      'an action without service',
      policy({ ...STATEMENT, Action: ['s3:*', 'PutObject'] }),
      ['Statement.0.Action.1: Action has "PutObject"'],
    ],
    ['an empty list of actions', policy({ ...STATEMENT, Action: [] }), ['Statement.0.Action: Action is an empty list']],
    [
      'a resource that is no ARN',
      policy({ ...STATEMENT, Resource: 'my-bucket' }),
      ['Statement.0.Resource: Resource has "my-bucket"'],
    ],
    [
      'an exempt resource that is no ARN',
      policy({ Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::x', 'my-bucket'] }),
      ['Statement.0.NotResource.1: NotResource has "my-bucket"'],
    ],
    [
      'an exempt action without service',
      policy({ Effect: 'Deny', NotAction: 'PutObject', Resource: '*' }),
      ['Statement.0.NotAction: NotAction has "PutObject"'],
    ],
    [
      'a Sid with a hyphen',
      policy({ ...STATEMENT, Sid: 'deny-s3' }),
      ['Statement.0.Sid: Sid "deny-s3" is not allowed'],
    ],
    [
      'a Sid twice',
      {
        Version: '2012-10-17',
        Statement: [
          { ...STATEMENT, Sid: 'A' },
          { ...STATEMENT, Sid: 'A' },
        ],
      },
      ['Statement.1.Sid: two statements have the Sid "A"'],
    ],
    [
      'a condition that is text',
      policy({ ...STATEMENT, Condition: 'Bool' }),
      ['Statement.0.Condition: Condition is not a mapping'],
    ],
    [
      'an operator that does not exist',
      policy({ ...STATEMENT, Condition: { StringMatches: { 'aws:RequestedRegion': 'x' } } }),
      ['Statement.0.Condition.StringMatches: unknown condition operator "StringMatches"'],
    ],
    [
      'a misspelt operator with prefix and suffix',
      policy({ ...STATEMENT, Condition: { 'ForAllValues:StringEqualIfExists': { 'aws:TagKeys': 'x' } } }),
      [
        'Statement.0.Condition.ForAllValues:StringEqualIfExists: unknown condition operator "ForAllValues:StringEqualIfExists": did you mean "ForAllValues:StringEqualsIfExists"?',
      ],
    ],
    [
      'Null with a suffix',
      policy({ ...STATEMENT, Condition: { NullIfExists: { 'aws:TagKeys': true } } }),
      ['Statement.0.Condition.NullIfExists: unknown condition operator "NullIfExists": did you mean "Null"?'],
    ],
    [
      'an operator without keys',
      policy({ ...STATEMENT, Condition: { Bool: {} } }),
      ['Statement.0.Condition.Bool: "Bool" names no condition key'],
    ],
    [
      'a condition key without service',
      policy({ ...STATEMENT, Condition: { Bool: { SecureTransport: true } } }),
      ['Statement.0.Condition.Bool.SecureTransport: "SecureTransport" is not a condition key'],
    ],
    [
      'a misspelt condition key',
      policy({ ...STATEMENT, Condition: { StringEquals: { 'aws:RequestRegion': 'x' } } }),
      [
        'Statement.0.Condition.StringEquals.aws:RequestRegion: unknown condition key "aws:RequestRegion": did you mean "aws:RequestedRegion"?',
      ],
    ],
    [
      'condition values that are no text',
      policy({
        ...STATEMENT,
        Condition: { StringEquals: { 'aws:TagKeys': [] }, Bool: { 'aws:ViaAWSService': [null] } },
      }),
      [
        'Statement.0.Condition.StringEquals.aws:TagKeys: "aws:TagKeys" has an empty list of values',
        'Statement.0.Condition.Bool.aws:ViaAWSService.0: a condition value is not text',
      ],
    ],
    ['a list', [], [': the policy is not an object']],
  ])('%s is refused', (_name, document, expected) => {
    expect(said('SERVICE_CONTROL_POLICY', document)).toEqual(expected);
  });
});

describe('resource control policies', () => {
  test('deny, for everyone', () => {
    expect(said('RESOURCE_CONTROL_POLICY', policy({ ...STATEMENT, Principal: '*' }))).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    [
      'no principal',
      STATEMENT,
      ['Statement.0: the statement has no Principal: a resource control policy applies to everyone'],
    ],
    [
      'a principal of its own',
      { ...STATEMENT, Principal: { AWS: 'arn:aws:iam::1:root' } },
      ['Statement.0.Principal: Principal names a principal: a resource control policy applies to everyone'],
    ],
    [
      'an allow',
      { ...STATEMENT, Principal: '*', Effect: 'Allow' },
      ['Statement.0.Effect: Effect "Allow" is not one of a resource control policy'],
    ],
    [
      'NotAction',
      { Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' },
      ['Statement.0.NotAction: unknown element "NotAction" in a resource control policy: did you mean "Action"?'],
    ],
  ])('%s is refused', (_name, statement, expected) => {
    expect(said('RESOURCE_CONTROL_POLICY', policy(statement))).toEqual(expected);
  });
});

describe('policies that set attributes', () => {
  test.each<[GuardrailType, object]>([
    [
      'TAG_POLICY',
      { tags: { team: { tag_key: { '@@assign': 'team', '@@operators_allowed_for_child_policies': ['@@none'] } } } },
    ],
    ['BACKUP_POLICY', { plans: { daily: { regions: { '@@append': ['ap-east-1'] } } } }],
    ['AISERVICES_OPT_OUT_POLICY', { services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } }],
    ['DECLARATIVE_POLICY_EC2', { ec2_attributes: { serial_console_access: { status: { '@@assign': 'disabled' } } } }],
    ['S3_POLICY', { s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } }],
  ])('%s is accepted with its top-level key, and with no other', (type, document) => {
    expect(said(type, document)).toEqual([]);
    for (const other of GUARDRAIL_TYPES.filter((each) => each !== type)) expect(said(other, document)).not.toEqual([]);
  });

  test.each<[string, object, string[]]>([
    ['nothing', {}, [': the policy has no "tags"']],
    ['no content', { tags: {} }, ['tags: "tags" has no content']],
    [
      'a misspelt top',
      { tag: { a: 1 } },
      ['tag: unknown element "tag" in a policy of type TAG_POLICY: did you mean "tags"?'],
    ],
    [
      'a misspelt operator',
      { tags: { a: { tag_key: { '@@asign': 'a' } } } },
      ['tags.a.tag_key.@@asign: unknown inheritance operator "@@asign": did you mean "@@assign"?'],
    ],
    [
      'an operator with one sign',
      { tags: { a: { tag_key: { '@assign': 'a' } } } },
      ['tags.a.tag_key.@assign: unknown inheritance operator "@assign": did you mean "@@assign"?'],
    ],
  ])('%s is refused', (_name, document, expected) => {
    expect(said('TAG_POLICY', document)).toEqual(expected);
  });
});

test.each(GUARDRAIL_TYPES.map((type) => [type, GUARDRAIL_QUOTAS[type].characters] as const))(
  '%s may be %d characters long without white space, not more',
  (type, quota) => {
    const tooLong = (size: number): boolean => {
      const document = { filler: 'x'.repeat(size - JSON.stringify({ filler: '' }).length) };
      return said(type, document).some((line) => line.includes(`is ${size} characters long`));
    };
    expect([tooLong(quota), tooLong(quota + 1)]).toEqual([false, true]);
  },
);

describe('what a policy means', () => {
  const deny = (elements: object) => policy({ ...STATEMENT, ...elements });
  test.each<[string, unknown, string[]]>([
    ['an action that AWS has', deny({ Action: ['kms:CreateKey', 'S3:getobject', 's3:*Acl'] }), []],
    [
      'a misspelt action',
      deny({ Action: ['kms:CreateKeys'] }),
      [
        expect.stringMatching(
          /^Statement\.0\.Action\.0: "kms:CreateKeys" is no action of kms: did you mean "kms:CreateKey"/,
        ) as string,
      ],
    ],
    [
      'a pattern that matches no action',
      deny({ Action: 's3:Qqq*' }),
      [expect.stringContaining('"s3:Qqq*" is no action of s3') as string],
    ],
    [
      'an unknown service',
      deny({ Action: 'cloudtrial:StopLogging' }),
      [expect.stringContaining('unknown service "cloudtrial": did you mean "cloudtrail"?') as string],
    ],
    [
      'a deny of everything',
      deny({ Action: '*' }),
      ['Statement: the policy denies everything to everybody in every region'],
    ],
    [
      'a deny of everything but to a role',
      deny({ Action: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/break-glass' } } }),
      [],
    ],
    [
      'a deny of everything elsewhere',
      deny({ Action: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-east-1' } } }),
      [],
    ],
  ])('%s', (_name, document, expected) => {
    expect(said('SERVICE_CONTROL_POLICY', document)).toEqual(expected);
  });
});
