import { denying, guardrails, policy, proof, type Resources } from './estate';

const LEAVE = denying('organizations:LeaveOrganization');
const unit = (id: string, parent: unknown): Resources => ({
  [id]: { Type: 'AWS::Organizations::OrganizationalUnit', Properties: { Name: id, ParentId: parent } },
});
const account = (id: string, parent: unknown): Resources => ({
  [id]: {
    Type: 'AWS::Organizations::Account',
    Properties: { AccountName: id, Email: 'a@example.org', ParentIds: [parent] },
  },
});
const ORGANIZATION: Resources = { Org: { Type: 'AWS::Organizations::Organization', Properties: {} } };
const rootId = { 'Fn::GetAtt': ['Org', 'RootId'] };

const placesOf = (resources: Resources, sections: object = {}) =>
  guardrails(resources, sections).organization.places.map(({ name, serviceControl }) => [
    name,
    serviceControl.flat().map(({ document }) => document.name),
  ]);

test('policies of the root bind units and accounts below', () => {
  const tree = { ...ORGANIZATION, ...unit('Work', rootId), ...account('Portal', { Ref: 'Work' }) };
  const policies = { ...policy('all', [rootId], LEAVE), ...policy('some', [{ Ref: 'Work' }], denying('ec2:*')) };
  expect(placesOf({ ...tree, ...policies })).toEqual([
    ['the root', ['all']],
    ['unit Work', ['all', 'some']],
    ['account Portal', ['all', 'some']],
  ]);
});

test('a unit without the policy is where the property fails', () => {
  const tree = { ...ORGANIZATION, ...unit('Work', rootId), ...unit('Play', rootId) };
  const found = proof({ ...tree, ...policy('p', [{ Ref: 'Work' }], LEAVE) });
  expect(found.answer('leave')).toBe('no');
  expect(found.counterexamples('leave')).toEqual([
    expect.stringMatching(/^in unit Play, any role can call organizations:Leave/),
  ]);
});

test('ids that stand in text are the same thing in every policy', () => {
  const both = {
    ...policy('one', ['r-hk01', 'ou-hk01-aaaaaaaa'], LEAVE),
    ...policy('two', ['ou-hk01-aaaaaaaa'], denying('ec2:*')),
  };
  expect(placesOf(both)).toEqual([
    ['the root', ['one']],
    ['unit ou-hk01-aaaaaaaa', ['one', 'one', 'two']],
  ]);
});

test('a parameter stands for one thing, and one that speaks of the root for the root', () => {
  const sections = { Parameters: { RootId: { Type: 'String' }, WorkloadsId: { Type: 'String' } } };
  const both = {
    ...policy('one', [{ Ref: 'RootId' }], LEAVE),
    ...policy('two', [{ Ref: 'WorkloadsId' }], denying('ec2:*')),
    ...policy('three', [{ Ref: 'WorkloadsId' }], denying('s3:*')),
  };
  expect(placesOf(both, sections)).toEqual([
    ['the root', ['one']],
    ['what WorkloadsId stands for', ['one', 'two', 'three']],
  ]);
});

test('resource control policies deny beside service control policies', () => {
  const more = { Type: 'RESOURCE_CONTROL_POLICY' };
  const statement = { ...denying('kms:*'), Principal: '*' };
  expect(proof(policy('p', ['r-hk01'], statement, more)).answer('key')).toBe('yes');
  const leaving = { ...denying('organizations:*'), Principal: '*' };
  expect(proof(policy('p', ['r-hk01'], leaving, more)).answer('leave')).toBe('no');
});

test('an allow list that leaves an action out makes it unknown: FullAWSAccess may stand beside it', () => {
  const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  expect(proof(policy('p', ['r-hk01'], allow)).answer('leave')).toBe('unknown');
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  expect(proof(policy('p', ['r-hk01'], everything)).answer('leave')).toBe('no');
});

test('content may be JSON text, and the partition is that of the profile', () => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [LEAVE] });
  expect(proof(policy('p', ['r-hk01'], [], { Content: text })).answer('leave')).toBe('yes');
  const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::*:role/break-glass' };
  const condition = { Condition: { ArnNotLike: { 'aws:PrincipalArn': [arn] } } };
  expect(proof(policy('p', ['r-hk01'], denying('organizations:*', condition))).answer('leave')).toBe('yes');
});

test('a policy under a condition may not be there', () => {
  const sections = {
    Parameters: { Strict: { Type: 'String' } },
    Conditions: { IsStrict: { 'Fn::Equals': [{ Ref: 'Strict' }, 'yes'] } },
  };
  const { p } = policy('p', ['r-hk01'], LEAVE);
  expect(proof({ p: { ...p, Condition: 'IsStrict' } }, sections).answer('leave')).toBe('unknown');
});

test('policies of other kinds are left alone', () => {
  const tags = policy('t', ['r-hk01'], [], { Type: 'TAG_POLICY', Content: { tags: {} } });
  expect(proof(tags).properties).toEqual([]);
});
