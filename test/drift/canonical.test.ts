import { isSame, isSamePolicy } from '../../lib/drift/compare/canonical';

describe('what AWS takes for the same', () => {
  it.each([
    ['nothing said and off', undefined, false],
    ['nothing said and an empty list', null, []],
    ['text and a flag', 'true', true],
    ['text and a number', '400', 400],
    ['one item and a list of it', 's3:*', ['s3:*']],
    ['lists in another order', ['a', 'b'], ['b', 'a']],
    ['maps with what is off', { a: 1, b: false }, { a: 1 }],
  ])('%s', (_, designed, found) => {
    expect(isSame(designed, found)).toBe(true);
  });

  it.each([
    ['another number', 400, 30],
    ['on and off', true, false],
    ['one item more', ['a'], ['a', 'b']],
    ['a key more', { a: 1 }, { a: 1, b: 2 }],
    ['zero and nothing', 0, undefined],
  ])('but not %s', (_, designed, found) => {
    expect(isSame(designed, found)).toBe(false);
  });
});

describe('policies', () => {
  const allow = (principal: unknown) => ({ Statement: [{ Effect: 'Allow', Principal: principal as never }] });

  it('name an account or its root principal', () => {
    const root = 'arn:aws:iam::200000000004:root';
    expect(isSamePolicy(allow({ AWS: '200000000004' }), allow({ AWS: root }))).toBe(true);
    expect(isSamePolicy(allow({ AWS: '200000000004' }), allow({ AWS: '200000000005' }))).toBe(false);
  });

  it('name everybody in two ways', () => {
    expect(isSamePolicy(allow('*'), allow({ AWS: '*' }))).toBe(true);
    expect(isSamePolicy(allow({ AWS: '*' }), allow({ AWS: '200000000004' }))).toBe(false);
  });

  it('differ by what their conditions compare with "false"', () => {
    const when = (Condition: unknown) => ({
      Statement: [{ Effect: 'Deny', Principal: '*', Condition: Condition as never }],
    });
    const insecure = { Bool: { 'aws:SecureTransport': 'false' } };
    expect(isSamePolicy(when(insecure), when({ Bool: { 'aws:SecureTransport': [false] } }))).toBe(true);
    expect(isSamePolicy(when(insecure), when({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }))).toBe(false);
    expect(isSamePolicy(when({ Null: { 'aws:PrincipalOrgID': 'false' } }), allow('*'))).toBe(false);
    expect(isSamePolicy(when({ Null: { 'aws:PrincipalOrgID': 'false' } }), when({}))).toBe(false);
  });

  it('differ by one statement', () => {
    const more = { Statement: [...allow('*').Statement, { Effect: 'Deny' }] };
    expect(isSamePolicy(allow('*'), more)).toBe(false);
  });
});
