import { describe as inWords, graphOf, templateFromObject, variantsOf } from '../../lib/template';
import { propertiesOf, resolved } from './resolving';

const ref = (name: string) => ({ Ref: name });
const equals = (a: unknown, b: unknown) => ({ 'Fn::Equals': [a, b] });
const not = (a: unknown) => ({ 'Fn::Not': [a] });
const and = (...all: readonly unknown[]) => ({ 'Fn::And': all });
const or = (...all: readonly unknown[]) => ({ 'Fn::Or': all });
const condition = (name: string) => ({ Condition: name });
const choose = (name: string) => ({ 'Fn::If': [name, 'yes', 'no'] });

const Parameters = {
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
  ['a mapping by an open key', equals({ 'Fn::FindInMap': ['M', ref('Free'), 'differs'] }, 'x')],
];
const Mappings = { M: { a: { same: 'x', differs: 'x' }, b: { same: 'x', differs: 'y' } } };

test.each(decided)('%s is decided', (_, formula, expected) => {
  const sections = { Parameters, Mappings, Conditions: { C: formula, D: condition('C') } };
  const options = { region: 'ap-east-1' };
  expect(resolved(choose('C'), sections, options)).toBe(expected);
  expect(resolved(choose('D'), sections, options)).toBe(expected);
});

test.each(open)('%s is open', (_, formula) => {
  const sections = { Parameters, Mappings, Conditions: { C: formula, D: not(condition('C')) } };
  expect(inWords(resolved(choose('C'), sections))).toBe('one of: "yes", "no"');
  expect(inWords(resolved(choose('D'), sections))).toBe('one of: "yes", "no"');
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
