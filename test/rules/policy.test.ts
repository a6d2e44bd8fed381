import fc from 'fast-check';
import { within } from '../support/within';
import { covers, isNarrowed, namesWorld, policyDocument, speaksOf, type Statement } from '../../lib/rules/policy';
import { OneOf, Reference, Unknown, type Value } from '../../lib/template';

const parameter = new Unknown('parameter Who has no default', 'Who');

function statement(body: { readonly [key: string]: Value }): Statement {
  const [first] = policyDocument({ Statement: body }, 'Policy').statements;
  if (!first) throw new Error('no statement');
  return first;
}

describe('policy documents', () => {
  test('are read from a map with one statement or many, and from text', () => {
    const body = { Effect: 'Allow', Action: ['a:B', 'a:C'], Resource: '*' };
    const documents = [{ Statement: body }, { Statement: [body] }, JSON.stringify({ Statement: [body] })];
    const actions = documents.map((document) => policyDocument(document, 'P').statements.map((item) => item.actions));
    expect(actions).toEqual([[['a:B', 'a:C']], [['a:B', 'a:C']], [['a:B', 'a:C']]]);
  });

  test.each<[string, Value]>([
    ['a parameter', parameter],
    ['text that is no JSON', 'Allow everything'],
    ['a list', ['a']],
    ['an unknown statement', { Statement: [parameter] }],
  ])('%s cannot be read', (_, value) => {
    expect(policyDocument(value, 'P').unresolved).toHaveLength(1);
  });

  test('a statement of one branch is not certain', () => {
    const open = { Statement: [new OneOf([{ Effect: 'Deny', Action: '*' }, null])] };
    expect(policyDocument(open, 'P').statements.map(({ isCertain }) => isCertain)).toEqual([false]);
  });
});

describe('actions', () => {
  test.each<[string, string, boolean]>([
    ['*', 's3:GetObject', true],
    ['s3:*', 's3:GetObject', true],
    ['s3:get*', 's3:GetObject', true],
    ['s3:GetObject', 'S3:getobject', true],
    ['s3:GetObject?', 's3:GetObject', false],
    ['s3:Get', 's3:GetObject', false],
    ['ec2:*', 's3:GetObject', false],
    ['s3.GetObject', 's3:GetObject', false],
    ['s3:(Get|Put)*', 's3:GetObject', false],
  ])('%s covers %s: %s', (pattern, action, expected) => {
    expect(covers(pattern, action)).toBe(expected);
  });

  test('a pattern covers an action as a plain search for its pieces says', () => {
    const piece = fc.stringMatching(/^[a-z:.+(]{0,4}$/);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), piece, (pieces, filler) => {
        expect(covers(pieces.join('*'), pieces.join(filler))).toBe(true);
        expect(covers(pieces.join('*'), `${pieces.join(filler)}!`)).toBe(pieces.at(-1) === '' && pieces.length > 1);
      }),
    );
  });

  test('many asterisks cost no time', () => {
    expect(within(1000, () => covers(`${'*a'.repeat(30)}b`, 'a'.repeat(200)))).toBe(false);
  });

  test('NotAction speaks of all but what it names', () => {
    const item = statement({ Effect: 'Allow', NotAction: ['iam:*'] });
    expect([speaksOf(item, 'iam:CreateUser'), speaksOf(item, 's3:GetObject')]).toEqual([false, true]);
  });
});

describe('principals', () => {
  const role = new Reference('Role', 'Arn', 'a.json');

  test.each<[string, Value, boolean | 'unknown']>([
    ['*', '*', true],
    ['every AWS principal', { AWS: '*' }, true],
    ['one of several', { AWS: ['arn:aws:iam::111122223333:root', '*'] }, true],
    ['root of every account', { AWS: 'arn:aws:iam::*:root' }, true],
    ['a service', { Service: '*.amazonaws.com' }, false],
    ['an account', { AWS: '111122223333' }, false],
    ['a role of the stack', { AWS: role }, false],
    ['a parameter', { AWS: parameter }, 'unknown'],
    ['one branch', { AWS: new OneOf(['111122223333', '*']) }, true],
  ])('%s: the world is %s', (_, Principal, expected) => {
    expect(namesWorld(statement({ Effect: 'Allow', Principal }))).toBe(expected);
  });

  test.each<[string, Value | undefined, boolean | 'unknown']>([
    ['nothing', undefined, false],
    ['the organisation', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, true],
    ['the organisation, in another case', { stringequals: { 'AWS:principalorgid': 'o-1' } }, true],
    ['the organisation, if it is known', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, false],
    ['all of an empty set', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }, false],
    ['everything but an account', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }, false],
    ['an asterisk', { StringLike: { 'aws:PrincipalArn': '*' } }, false],
    ['an address', { IpAddress: { 'aws:SourceIp': ['203.0.113.7/32'] } }, true],
    ['all addresses', { IpAddress: { 'aws:SourceIp': ['203.0.113.7/32', '0.0.0.0/0'] } }, false],
    ['transport', { Bool: { 'aws:SecureTransport': 'true' } }, false],
    [
      'one of two conditions',
      { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpce': 'v' } },
      true,
    ],
    ['a parameter', parameter, 'unknown'],
  ])('a condition on %s narrows: %s', (_, Condition, expected) => {
    expect(isNarrowed(statement({ Effect: 'Allow', ...(Condition === undefined ? {} : { Condition }) }))).toBe(
      expected,
    );
  });
});
