import { policyDocumentProblems } from '../../../../lib/proofs/guardrails/document';

const STATEMENT = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const policy = (statement: object) => ({ Version: '2012-10-17', Statement: [statement] });
const said = (document: unknown): string[] =>
  policyDocumentProblems('SERVICE_CONTROL_POLICY', document).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('statements that never match', () => {
  test.each<[string, object, string]>([
    [
      'texts',
      { StringEquals: { 'aws:RequestedRegion': 'a' }, StringNotEquals: { 'aws:requestedregion': 'a' } },
      '"aws:RequestedRegion" (StringEquals, StringNotEquals)',
    ],
    [
      'a text and a pattern',
      { StringEquals: { 'aws:RequestedRegion': 'us-east-1' }, StringLike: { 'aws:RequestedRegion': 'eu-*' } },
      '(StringEquals, StringLike)',
    ],
    [
      'patterns, one within the other',
      {
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' },
        ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:user/*', 'arn:aws:iam::*:role/*'] },
      },
      '(ArnLike, ArnNotLike)',
    ],
    [
      'numbers',
      { NumericGreaterThan: { 's3:max-keys': '10' }, NumericLessThan: { 's3:max-keys': '5' } },
      '"s3:max-keys"',
    ],
    [
      'times',
      {
        DateGreaterThan: { 'aws:CurrentTime': '2026-02-01T00:00:00Z' },
        DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      },
      '"aws:CurrentTime"',
    ],
    [
      'absence',
      { Null: { 'aws:PrincipalTag/x': 'true' }, StringEquals: { 'aws:PrincipalTag/x': 'y' } },
      '"aws:PrincipalTag/x" (Null, StringEquals)',
    ],
    [
      'truth',
      { Bool: { 'aws:SecureTransport': 'true' }, BoolIfExists: { 'aws:SecureTransport': 'false' } },
      '"aws:SecureTransport"',
    ],
  ])('contradictory tests of %s never match', (_name, Condition, shown) => {
    const found = said(policy({ ...STATEMENT, Condition }));
    expect(found).toEqual([expect.stringContaining('contradict each other: the statement never matches')]);
    expect(found[0]).toContain(shown);
  });

  test.each<[string, object]>([
    [
      'patterns that share a value',
      { StringLike: { 'aws:PrincipalTag/t': 'a*' }, StringNotLike: { 'aws:PrincipalTag/t': '*b' } },
    ],
    [
      'absence that one lets pass',
      { StringEqualsIfExists: { 'aws:PrincipalTag/t': 'a' }, StringNotEquals: { 'aws:PrincipalTag/t': 'a' } },
    ],
    [
      'sets',
      { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' }, 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } },
    ],
    [
      'variables',
      {
        StringEquals: { 'aws:PrincipalTag/t': '${aws:username}' },
        StringNotEquals: { 'aws:PrincipalTag/t': '${aws:username}' },
      },
    ],
    ['a pattern and one of its texts', { StringLike: { 'aws:userid': 'a*' }, StringNotEquals: { 'aws:userid': 'a*' } }],
    ['two refusals', { StringNotLike: { 'aws:userid': 'a' }, StringNotEquals: { 'aws:userid': 'b' } }],
    ['two patterns', { StringLike: { 'aws:userid': ['a*', 'b'] }, StringNotLike: { 'aws:userid': 'b' } }],
    [
      'a pattern wider than what is refused',
      { StringLike: { 'aws:userid': 'a?' }, StringNotLike: { 'aws:userid': 'a??' } },
    ],
    [
      'patterns of ARNs and of texts',
      {
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' },
        StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/b*' },
      },
    ],
    ['a span', { NumericGreaterThan: { 's3:max-keys': '5' }, NumericLessThan: { 's3:max-keys': '6' } }],
  ])('%s are not said to contradict', (_name, Condition) => {
    expect(said(policy({ ...STATEMENT, Condition }))).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'a key of another service',
      { Condition: { StringEquals: { 'ec2:Region': 'x' } } },
      'Statement.0.Condition.StringEquals.ec2:Region: no request of the statement\'s actions carries "ec2:Region": the statement never matches',
    ],
    [
      'a misspelt key of a service',
      { Condition: { StringEquals: { 's3:x-amz-alc': 'x' } } },
      'Statement.0.Condition.StringEquals.s3:x-amz-alc: unknown condition key "s3:x-amz-alc": did you mean "s3:x-amz-acl"?',
    ],
    [
      'a resource of another service',
      { Resource: 'arn:aws:sqs:ap-east-1:111122223333:q' },
      "Statement.0.Resource: none of the statement's actions takes a resource of sqs: the statement never matches",
    ],
    [
      'a truth value that is none',
      { Condition: { Bool: { 'aws:SecureTransport': 'no' } } },
      'Statement.0.Condition.Bool.aws:SecureTransport: "no" is nothing that Bool compares: the test never holds',
    ],
    [
      'an address that is none',
      { Condition: { IpAddress: { 'aws:SourceIp': '300.1.1.1' } } },
      'Statement.0.Condition.IpAddress.aws:SourceIp: "300.1.1.1" is nothing that IpAddress compares: the test never holds',
    ],
  ])('%s is told', (_name, change, expected) => {
    expect(said(policy({ ...STATEMENT, Action: 's3:GetObject', ...change }))).toEqual([expected]);
  });

  test.each<[string, object]>([
    ['without the key', { StringNotEquals: { 'ec2:Region': 'x' } }],
    ['if it is there', { StringEqualsIfExists: { 'ec2:Region': 'x' } }],
    ['by its absence', { Null: { 'ec2:Region': 'true' } }],
  ])('a key of another service that is tested %s is not', (_name, Condition) => {
    expect(said(policy({ ...STATEMENT, Condition }))).toEqual([]);
  });
});
