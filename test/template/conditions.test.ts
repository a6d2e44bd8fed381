import { describe as inWords, graphOf, templateFromObject, variantsOf } from '../../lib/template';
import { propertiesOf, resolved } from './resolving';

const ref = (name: string) => ({ Ref: name });
const equals = (a: unknown, b: unknown) => ({ 'Fn::Equals': [a, b] });
const not = (a: unknown) => ({ 'Fn::Not': [a] });
const and = (...all: readonly unknown[]) => ({ 'Fn::And': all });
const or = (...all: readonly unknown[]) => ({ 'Fn::Or': all });
const condition = (name: string) => ({ Condition: name });
const choose = (name: string) => ({ 'Fn::If': [name, 'yes', 'no'] });

const odd = { 'Fn::Nonsense': [ref('Free')] };
const joined = (name: string) => ({ 'Fn::Join': ['', ref(name)] });
const isEmpty = (name: string) => equals('', joined(name));

const Parameters = {
  List: { Type: 'CommaDelimitedList' },
  Env: { Type: 'String', Default: 'dev' },
  Tier: { Type: 'String', AllowedValues: ['low', 'high'] },
  One: { Type: 'String', AllowedValues: ['fixed'] },
  Free: { Type: 'String' },
};

const decided: readonly (readonly [string, object, string])[] = [
  ['equal constants', equals('a', 'a'), 'yes'],
  ['different constants', equals('a', 'b'), 'no'],
  ['a boolean equals its text', equals(true, 'true'), 'yes'],
  ['a number equals its text', equals(1, '1'), 'yes'],
  ['case matters', equals('A', 'a'), 'no'],
  ['a parameter equals itself', equals(ref('Free'), ref('Free')), 'yes'],
  ['a value that is not allowed', equals(ref('Tier'), 'middle'), 'no'],
  ['the only allowed value', equals(ref('One'), 'fixed'), 'yes'],
  ['all allowed values', or(equals(ref('Tier'), 'low'), equals('high', ref('Tier'))), 'yes'],
  ['two values at once', and(equals(ref('Free'), 'a'), equals(ref('Free'), 'b')), 'no'],
  ['a value and not that value', and(equals(ref('Free'), 'a'), not(equals(ref('Free'), 'a'))), 'no'],
  ['a condition or its opposite', or(equals(ref('Free'), 'a'), not(equals(ref('Free'), 'a'))), 'yes'],
  ['not of not', not(not(equals('a', 'a'))), 'yes'],
  ['a known region', equals(ref('AWS::Region'), 'ap-east-1'), 'yes'],
  ['a mapping that is the same for all keys', equals({ 'Fn::FindInMap': ['M', ref('Free'), 'same'] }, 'x'), 'yes'],
  ['text that cannot be equal', equals({ 'Fn::Sub': 'prefix-${Free}' }, 'other'), 'no'],
  ['lists of constants', equals({ 'Fn::Split': [',', 'a,b'] }, ['a', 'b']), 'yes'],
  ['lists of other constants', equals({ 'Fn::Split': [',', 'a,b'] }, ['a', 'c']), 'no'],
  ['maps of constants', equals({ a: { b: [1] } }, { a: { b: [1] } }), 'yes'],
  ['a list and a text', equals(['a'], 'a'), 'no'],
  ['text that starts otherwise', equals({ 'Fn::Sub': 'p-${Free}' }, 'x-p-'), 'no'],
  ['text that ends otherwise', equals('p-x', { 'Fn::Sub': '${Free}-p' }), 'no'],
  ['text that is too long', equals({ 'Fn::Sub': 'ab${Free}ba' }, 'aba'), 'no'],
  ['what a resource returns is not empty', equals('', ref('Bucket')), 'no'],
  ['a choice that never is', equals({ 'Fn::If': ['Open', 'a', 'b'] }, 'c'), 'no'],
  ['a choice that always is', equals({ 'Fn::FindInMap': ['M', ref('Free'), 'same'] }, 'x'), 'yes'],
  ['a boolean', true as unknown as object, 'yes'],
  ['the other boolean', false as unknown as object, 'no'],
  ['a list parameter that is empty and not', and(isEmpty('List'), not(isEmpty('List'))), 'no'],
  ['two allowed values at once', and(equals(ref('Tier'), 'low'), equals(ref('Tier'), 'high')), 'no'],
  ['no allowed value', and(not(equals(ref('Tier'), 'low')), not(equals(ref('Tier'), 'high'))), 'no'],
  ['one of none', or(equals('a', 'b'), equals('c', 'd')), 'no'],
  ['one of them', or(equals('a', 'b'), equals('c', 'c'), equals(ref('Free'), 'x')), 'yes'],
  ['all of them but one', and(equals('a', 'a'), equals('c', 'd'), equals(ref('Free'), 'x')), 'no'],
  ['equal expressions that cannot be read', or(odd, not(odd)), 'yes'],
  ['another condition and its opposite', and(condition('Open'), not(condition('Open'))), 'no'],
  ['a literal', equals({ 'Fn::Join': ['', ['a', 'b']] }, 'ab'), 'yes'],
];
const open: readonly (readonly [string, object])[] = [
  ['a parameter with a default', equals(ref('Env'), 'dev')],
  ['a parameter without', equals(ref('Free'), '')],
  ['an allowed value', equals(ref('Tier'), 'low')],
  ['two parameters', equals(ref('Free'), ref('Env'))],
  ['an unknown account', equals(ref('AWS::AccountId'), '1')],
  ['text that may be equal', equals({ 'Fn::Sub': 'p-${Free}' }, 'p-x')],
  ['a condition that does not exist', condition('Missing')],
  ['a condition of unknown form', { 'Fn::Nonsense': [] }],
  ['itself', condition('C')],
  ['text that may end so', equals({ 'Fn::Sub': '${Free}-p' }, 'x-p')],
  ['text that may be nothing but its ends', equals({ 'Fn::Sub': 'ab${Free}ba' }, 'abba')],
  ['what a resource returns', equals(ref('Bucket'), 'b')],
  ['a dynamic reference', equals('{{resolve:ssm:/n}}', '{{resolve:ssm:/n}}')],
  ['an unknown text and itself', equals({ 'Fn::Sub': 'a${Free}' }, { 'Fn::Sub': 'a${Free}' })],
  ['a choice', equals({ 'Fn::If': ['Open', 'a', 'b'] }, 'a')],
  ['a choice that may be', equals({ 'Fn::If': ['Open', 'a', ref('Free')] }, 'a')],
  ['a choice that may be something else', equals({ 'Fn::If': ['Open', 'a', ref('Free')] }, 'b')],
  ['an Equals of one', { 'Fn::Equals': ['a'] }],
  ['an Equals of three', { 'Fn::Equals': ['a', 'a', 'a'] }],
  ['a Not of two', { 'Fn::Not': [equals('a', 'a'), equals('a', 'a')] }],
  ['a map of two conditions', { ...equals('a', 'a'), ...not(equals('a', 'a')) }],
  ['a condition whose name is no text', { Condition: ['Open'] }],
  ['a text', 'true' as unknown as object],
  ['whether a list parameter is empty', isEmpty('List')],
  ['a list that is joined to a text', equals(joined('List'), 'x')],
  ['a list that is joined in a way of its own', equals('', { 'Fn::Join': ['', ref('List'), 1] })],
  ['a mapping by an open key', equals({ 'Fn::FindInMap': ['M', ref('Free'), 'differs'] }, 'x')],
];
const Mappings = { M: { a: { same: 'x', differs: 'x' }, b: { same: 'x', differs: 'y' } } };

test.each(decided)('%s is decided', (_, formula, expected) => {
  const sections = {
    Parameters,
    Mappings,
    Conditions: { Open: equals(ref('Free'), 'open'), C: formula, D: condition('C') },
  };
  const options = { region: 'ap-east-1' };
  expect(resolved(choose('C'), sections, options)).toBe(expected);
  expect(resolved(choose('D'), sections, options)).toBe(expected);
});

test.each(open)('%s is open', (_, formula) => {
  const sections = {
    Parameters,
    Mappings,
    Conditions: { Open: equals(ref('Free'), 'open'), C: formula, D: not(condition('C')) },
  };
  expect(inWords(resolved(choose('C'), sections))).toBe('one of: "yes", "no"');
  expect(inWords(resolved(choose('D'), sections))).toBe('one of: "yes", "no"');
});

test.each<[string, object, object, string]>([
  [
    'a list is empty, or joined to a text',
    isEmpty('List'),
    equals('x', joined('List')),
    'one of: "a", "b", "ab", "none"',
  ],
  ['the same, asked the other way round', isEmpty('List'), equals(joined('List'), ''), 'one of: "ab", "none"'],
  ['one text or another', equals(ref('Free'), 'x'), equals(ref('Free'), 'y'), 'one of: "a", "b", "none"'],
  ['one of two, or the other', equals(ref('Tier'), 'low'), equals(ref('Tier'), 'high'), 'one of: "a", "b"'],
  ['unrelated ones', equals(ref('Free'), 'x'), equals(ref('Env'), 'x'), 'one of: "ab", "a", "b", "none"'],
  ['a part of the other', or(odd, equals(ref('Free'), 'x')), odd, 'one of: "ab", "a", "none"'],
  ['more than the other', and(odd, equals(ref('Free'), 'x')), odd, 'one of: "ab", "b", "none"'],
  ['two that cannot be read', odd, { 'Fn::Nonsense': [] }, 'one of: "ab", "a", "b", "none"'],
])('two conditions are met together as far as they can be: %s', (_, A, B, expected) => {
  const both = { 'Fn::If': ['A', { 'Fn::If': ['B', 'ab', 'a'] }, { 'Fn::If': ['B', 'b', 'none'] }] };
  const found = inWords(resolved(both, { Parameters, Conditions: { A, B } }));
  const words = (text: string) => text.replace('one of: ', '').split(', ').toSorted();
  expect(words(found)).toEqual(words(expected));
});

test('a given parameter decides, where its default does not', () => {
  const sections = { Parameters, Conditions: { C: equals(ref('Env'), 'dev') } };
  expect(resolved(choose('C'), sections, { parameters: { Env: 'dev' } })).toBe('yes');
  expect(resolved(choose('C'), sections, { parameters: { Env: 'prod' } })).toBe('no');
});

test('conditions that exclude each other are never both met', () => {
  const Conditions = { Prod: equals(ref('Free'), 'prod'), Dev: equals(ref('Free'), 'dev') };
  const nested = { 'Fn::If': ['Prod', { 'Fn::If': ['Dev', 'both', 'prod'] }, { 'Fn::If': ['Dev', 'dev', 'none'] }] };
  expect(inWords(resolved(nested, { Parameters, Conditions }))).toBe('one of: "prod", "dev", "none"');
});

test('a branch of an Or is met when the other one is not', () => {
  const Conditions = {
    A: equals(ref('Free'), 'a'),
    B: equals(ref('Env'), 'b'),
    Either: or(condition('A'), condition('B')),
  };
  const nested = { 'Fn::If': ['Either', { 'Fn::If': ['A', 'a', { 'Fn::If': ['B', 'b', 'neither'] }] }, choose('A')] };
  expect(inWords(resolved(nested, { Parameters, Conditions }))).toBe('one of: "a", "b", "no"');
});

test('a resource that no deployment makes is left out', () => {
  const sections = {
    Parameters,
    Conditions: { Never: equals(ref('Tier'), 'middle'), Open: equals(ref('Tier'), 'low') },
  };
  expect(propertiesOf({}, sections, {}, 'Never')).toBeUndefined();
  expect(propertiesOf({}, sections, {}, 'Open')).toEqual({});
  expect(propertiesOf({}, sections, {}, 'Missing')).toEqual({});
});

test('properties are resolved where the condition of their resource holds', () => {
  const sections = { Parameters, Conditions: { Low: equals(ref('Tier'), 'low') } };
  expect(propertiesOf({ A: choose('Low'), B: ref('Tier') }, sections, {}, 'Low')).toEqual({ A: 'yes', B: 'low' });
});

test('variants keep properties together that depend on one condition', () => {
  const Conditions = { A: equals(ref('Free'), 'a'), B: equals(ref('Free'), 'b') };
  const Subject = { Type: 'T', Properties: { x: choose('A'), y: { z: [choose('B')] }, w: choose('A') } };
  const template = templateFromObject('t.json', { Parameters, Conditions, Resources: { Subject } });
  const words = template.resources.flatMap(variantsOf).map(({ properties }) => inWords(properties));
  expect(words).toEqual([
    '{x: "yes", y: {z: ["no"]}, w: "yes"}',
    '{x: "no", y: {z: ["yes"]}, w: "no"}',
    '{x: "no", y: {z: ["no"]}, w: "no"}',
  ]);
});

test('a resource without open conditions is its only variant', () => {
  const template = templateFromObject('t.json', { Resources: { Subject: { Type: 'T', Properties: { a: 1 } } } });
  const [subject] = template.resources;
  expect(subject && variantsOf(subject)).toEqual([subject]);
});

test('a companion exists for sure, perhaps, or never', () => {
  const Conditions = { A: equals(ref('Free'), 'a'), B: equals(ref('Free'), 'b'), C: equals(ref('Env'), 'c') };
  const Resources = {
    Always: { Type: 'T' },
    ...Object.fromEntries(['A', 'B', 'C'].map((id) => [id, { Type: 'T', Condition: id }])),
  };
  const template = templateFromObject('t.json', { Parameters, Conditions, Resources });
  const graph = graphOf([template]);
  const accompanies = (id: string, other: string) => {
    const [resource, companion] = [template.resource(id), template.resource(other)];
    return resource && companion && graph.accompanies(resource, companion);
  };
  expect(accompanies('A', 'Always')).toBe(true);
  expect(accompanies('A', 'A')).toBe(true);
  expect(accompanies('A', 'B')).toBe(false);
  expect(accompanies('A', 'C')).toBe('unknown');
  expect(accompanies('Always', 'A')).toBe('unknown');
});
