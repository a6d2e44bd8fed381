import fc from 'fast-check';
import { asText, describe as inWords, possibilities, templateFromObject } from '../../lib/template';
import { resolved, type Sections } from './resolving';

const Parameters = {
  Stage: { Type: 'String', AllowedValues: ['production', 'test', 'sandbox'] },
  Size: { Type: 'String', AllowedValues: ['small', 'large'] },
  Free: { Type: 'String' },
  List: { Type: 'CommaDelimitedList', Default: 'a,b' },
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/p' },
  Usual: { Type: 'String', AllowedValues: ['on', 'off'], Default: 'off' },
};
const stage = { Ref: 'Stage' };
const isProduction = { 'Fn::Equals': [stage, 'production'] };

function asserting(Assert: unknown, RuleCondition?: unknown): Sections {
  return { Parameters, Rules: { R: { ...(RuleCondition ? { RuleCondition } : {}), Assertions: [{ Assert }] } } };
}

test.each([
  ['a value', isProduction, stage, 'production'],
  ['one of a list', { 'Fn::Contains': [['production', 'test'], stage] }, stage, 'one of: "production", "test"'],
  ['one of a list that holds what is not allowed', { 'Fn::Contains': [['test', 'other'], stage] }, stage, 'test'],
  ['no value', { 'Fn::Not': [isProduction] }, stage, 'one of: "test", "sandbox"'],
  ['members that are equal', { 'Fn::EachMemberEquals': [[stage, 'test'], 'test'] }, stage, 'test'],
  ['members of a list', { 'Fn::EachMemberIn': [[stage], ['test', 'sandbox']] }, stage, 'one of: "test", "sandbox"'],
  ['a free text', { 'Fn::Equals': [{ Ref: 'Free' }, 'x'] }, { Ref: 'Free' }, 'x'],
  ['a value that is not the default', { 'Fn::Equals': [{ Ref: 'Usual' }, 'on'] }, { Ref: 'Usual' }, 'on'],
  [
    'what nobody can tell',
    { 'Fn::Contains': [{ 'Fn::RefAll': 'AWS::EC2::VPC::Id' }, stage] },
    { Ref: 'Size' },
    'one of: "small", "large"',
  ],
  [
    'members of a list that is not known',
    { 'Fn::EachMemberIn': [[stage], { 'Fn::RefAll': 'T' }] },
    { Ref: 'Size' },
    'one of: "small", "large"',
  ],
  ['a list, of which a member is a list', { 'Fn::Contains': [[{ Ref: 'List' }], 'x'] }, { Ref: 'List' }, '["a", "b"]'],
  ['a value that is stored', { 'Fn::Equals': [{ Ref: 'Stored' }, 'x'] }, { Ref: 'Stored' }, '${stored parameter /p}'],
  [
    'more than can be compared',
    { 'Fn::Contains': [Array.from({ length: 1001 }, () => 'test'), stage] },
    stage,
    'one of: "production", "test", "sandbox"',
  ],
  [
    'a function that no rule has',
    { 'Fn::Equals': [{ 'Fn::Sub': '${Stage}' }, 'test'] },
    stage,
    'one of: "production", "test", "sandbox"',
  ],
  ['nothing that is allowed', { 'Fn::Equals': [stage, 'other'] }, stage, 'one of: "production", "test", "sandbox"'],
])('a rule that asserts %s', (_, assertion, expression, expected) => {
  expect(inWords(resolved(expression, asserting(assertion)))).toBe(expected);
});

test('a rule with a condition narrows where it holds', () => {
  const sections = {
    ...asserting({ 'Fn::Equals': [{ Ref: 'Size' }, 'large'] }, isProduction),
    Conditions: { P: isProduction },
  };
  const size = { Ref: 'Size' };
  expect(inWords(resolved(size, sections))).toBe('one of: "small", "large"');
  expect(resolved({ 'Fn::If': ['P', size, 'else'] }, sections, { parameters: { Stage: 'production' } })).toBe('large');
  expect(inWords(resolved({ 'Fn::If': ['P', size, 'else'] }, sections))).toBe('one of: "large", "else"');
});

test('conditions that a rule refuses are met nowhere', () => {
  const template = templateFromObject('t.json', {
    ...asserting(isProduction),
    Conditions: { Test: { 'Fn::Equals': [stage, 'test'] } },
    Resources: { Only: { Type: 'T', Condition: 'Test' }, Always: { Type: 'T' } },
  });
  expect(template.resources.map(({ logicalId }) => logicalId)).toEqual(['Always']);
});

test('a rule whose condition asks of what is stored says nothing', () => {
  const sections = asserting(isProduction, { 'Fn::Equals': [{ Ref: 'Stored' }, 'x'] });
  expect(inWords(resolved(stage, sections))).toBe('one of: "production", "test", "sandbox"');
});

test('assertions beyond a limit say nothing', () => {
  const Assertions = [
    ...Array.from({ length: 200 }, () => ({ Assert: { 'Fn::Equals': ['a', 'a'] } })),
    { Assert: isProduction },
  ];
  const values = (count: number) =>
    inWords(resolved(stage, { Parameters, Rules: { R: { Assertions: Assertions.slice(-count) } } }));
  expect(values(200)).toBe('production');
  expect(values(201)).toBe('one of: "production", "test", "sandbox"');
});

test.each([[{ R: null }], [{ R: { Assertions: {} } }], [{ R: { Assertions: [null, { Assert: 1 }, {}] } }], [[]]])(
  'rules of another form say nothing: %j',
  (Rules) => {
    expect(inWords(resolved(stage, { Parameters, Rules }))).toBe('one of: "production", "test", "sandbox"');
  },
);

/** An assertion over two parameters, and whether it holds for given values. */
interface Assertion {
  readonly expression: unknown;
  readonly holds: (stage: string, size: string) => boolean;
}

const equal = fc
  .constantFrom(...Parameters.Stage.AllowedValues, ...Parameters.Size.AllowedValues)
  .map((text): Assertion => {
    const isStage = Parameters.Stage.AllowedValues.includes(text);
    return {
      expression: { 'Fn::Equals': [{ Ref: isStage ? 'Stage' : 'Size' }, text] },
      holds: (ofStage, ofSize) => (isStage ? ofStage : ofSize) === text,
    };
  });
const anyAssertion = fc.letrec<{ assertion: Assertion }>((tie) => ({
  assertion: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    equal,
    tie('assertion').map(({ expression, holds }) => ({
      expression: { 'Fn::Not': [expression] },
      holds: (...values: [string, string]) => !holds(...values),
    })),
    fc.tuple(fc.boolean(), tie('assertion'), tie('assertion')).map(([isAll, a, b]) => ({
      expression: { [isAll ? 'Fn::And' : 'Fn::Or']: [a.expression, b.expression] },
      holds: (...values: [string, string]) =>
        isAll ? a.holds(...values) && b.holds(...values) : a.holds(...values) || b.holds(...values),
    })),
  ),
})).assertion;

test('no value that every rule allows is lost', () => {
  fc.assert(
    fc.property(fc.array(anyAssertion, { minLength: 1, maxLength: 3 }), (assertions) => {
      const sections = {
        Parameters,
        Rules: { R: { Assertions: assertions.map(({ expression: Assert }) => ({ Assert })) } },
      };
      const allowed = Parameters.Stage.AllowedValues.filter((ofStage) =>
        Parameters.Size.AllowedValues.some((ofSize) => assertions.every(({ holds }) => holds(ofStage, ofSize))),
      );
      expect(possibilities(resolved(stage, sections)).map(asText)).toEqual(expect.arrayContaining(allowed));
    }),
    { seed: 20261127, numRuns: 300 },
  );
});
