import fc from 'fast-check';
import { isList, OneOf, possibilities, templateFromObject, Unknown, variantsOf, type Value } from '../../lib/template';
import { resolved } from './resolving';

/** The engine against small models of CloudFormation's documented semantics, with a fixed seed. */
const runs = { seed: 20261101, numRuns: 300 };
const word = fc.stringMatching(/^[a-z0-9:,/-]{0,8}$/);
const name = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);

/** A way to write a known text with functions, and the text. */
const textExpression = fc.letrec<{ text: { expression: unknown; text: string } }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map((text) => ({ expression: text, text })),
    fc.tuple(word, fc.array(tie('text'), { maxLength: 4 })).map(([delimiter, items]) => ({
      expression: { 'Fn::Join': [delimiter, items.map(({ expression }) => expression)] },
      text: items.map(({ text }) => text).join(delimiter),
    })),
    fc.tuple(word, name, tie('text'), word).map(([head, variable, { expression, text }, tail]) => ({
      expression: { 'Fn::Sub': [`${head}\${${variable}}${tail}\${!Kept}`, { [variable]: expression }] },
      text: `${head}${text}${tail}\${Kept}`,
    })),
    fc.tuple(tie('text'), tie('text'), fc.boolean()).map(([first, second, isSecond]) => ({
      expression: { 'Fn::Select': [isSecond ? '1' : 0, [first.expression, second.expression]] },
      text: (isSecond ? second : first).text,
    })),
    fc.tuple(tie('text'), tie('text'), fc.boolean()).map(([first, second, truth]) => ({
      expression: { 'Fn::If': [truth ? 'Always' : 'Never', first.expression, second.expression] },
      text: (truth ? first : second).text,
    })),
  ),
}));
const Conditions = { Always: { 'Fn::Equals': ['a', 'a'] }, Never: { 'Fn::Equals': ['a', 'b'] } };

test('text functions over known text give that text', () => {
  fc.assert(
    fc.property(textExpression.text, ({ expression, text }) => {
      expect(resolved(expression, { Conditions })).toBe(text);
    }),
    runs,
  );
});

test('Split undoes Join when no item holds the delimiter', () => {
  const item = fc.stringMatching(/^[a-z]{0,5}$/);
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), fc.constantFrom(',', '|', '||', '/'), (items, delimiter) => {
      expect(resolved({ 'Fn::Split': [delimiter, { 'Fn::Join': [delimiter, items] }] })).toEqual(items);
    }),
    runs,
  );
});

test('Cidr gives blocks that follow each other within the block', () => {
  fc.assert(
    fc.property(
      fc.nat(255),
      fc.integer({ min: 8, max: 24 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 16 }),
      (net, prefix, bits, count) => {
        const fits = count * 2 ** bits <= 2 ** (32 - prefix);
        const value = resolved({ 'Fn::Cidr': [`${net}.0.0.0/${prefix}`, count, bits] });
        const starts = isList(value) ? value.map((block) => startOf(String(block))) : [];
        const expected = Array.from({ length: count }, (_, index) => net * 2 ** 24 + index * 2 ** bits);
        expect(value instanceof Unknown).toBe(!fits);
        expect(starts).toEqual(fits ? expected : []);
      },
    ),
    runs,
  );
});

function startOf(block: string): number {
  return (block.split('/')[0] ?? '').split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** A condition over parameters P0 to P2, as CloudFormation writes it and as a function of their values. */
interface Condition {
  readonly expression: object;
  readonly holds: (values: readonly string[]) => boolean;
}
const DOMAIN = ['a', 'b', 'c'];
const parameter = fc.nat(2);
const letter = fc.constantFrom(...DOMAIN);
const conditionTree = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(parameter, letter).map(([index, text]): Condition => ({
      expression: { 'Fn::Equals': [{ Ref: `P${index}` }, text] },
      holds: (values) => values[index] === text,
    })),
    fc.tuple(parameter, parameter).map(([a, b]): Condition => ({
      expression: { 'Fn::Equals': [{ Ref: `P${a}` }, { Ref: `P${b}` }] },
      holds: (values) => values[a] === values[b],
    })),
    tie('condition').map((inner): Condition => ({
      expression: { 'Fn::Not': [inner.expression] },
      holds: (values) => !inner.holds(values),
    })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((inner): Condition => ({
      expression: { 'Fn::And': inner.map(({ expression }) => expression) },
      holds: (values) => inner.every(({ holds }) => holds(values)),
    })),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((inner): Condition => ({
      expression: { 'Fn::Or': inner.map(({ expression }) => expression) },
      holds: (values) => inner.some(({ holds }) => holds(values)),
    })),
  ),
}));
const ASSIGNMENTS = DOMAIN.flatMap((a) => DOMAIN.flatMap((b) => DOMAIN.map((c) => [a, b, c])));

function conditional(
  conditions: readonly Condition[],
  allowed: boolean,
  parameters?: Readonly<Record<string, string>>,
) {
  const declared = { Type: 'String', ...(allowed ? { AllowedValues: DOMAIN } : {}) };
  const named = Object.fromEntries(conditions.map(({ expression }, index) => [`C${index}`, expression]));
  const Properties = {
    Nested: { 'Fn::If': ['C0', { 'Fn::If': ['C1', 'tt', 'tf'] }, { 'Fn::If': ['C1', 'ft', 'ff'] }] },
    A: { 'Fn::If': ['C0', 'yes0', 'no0'] },
    B: { 'Fn::If': ['C1', 'yes1', 'no1'] },
    Echo: { Ref: 'P0' },
  };
  const body = {
    Parameters: Object.fromEntries([0, 1, 2].map((index) => [`P${index}`, declared])),
    Conditions: named,
    Resources: { Free: { Type: 'T', Properties }, Bound: { Type: 'T', Condition: 'C0', Properties } },
  };
  return templateFromObject('t.json', body, parameters ? { parameters } : {});
}

const asGiven = (values: readonly string[]) => Object.fromEntries(values.map((value, index) => [`P${index}`, value]));

test('with all parameters given, conditions are decided as their truth table says', () => {
  fc.assert(
    fc.property(
      conditionTree.condition,
      conditionTree.condition,
      fc.constantFrom(...ASSIGNMENTS),
      (first, second, values) => {
        const template = conditional([first, second], false, asGiven(values));
        const [a, b] = [first.holds(values), second.holds(values)];
        expect(template.resource('Free')?.properties['Nested']).toBe(`${a ? 't' : 'f'}${b ? 't' : 'f'}`);
        expect(template.resource('Bound') !== undefined).toBe(a);
      },
    ),
    runs,
  );
});

test('with parameters open, every branch that a deployment takes is among the possibilities', () => {
  fc.assert(
    fc.property(conditionTree.condition, conditionTree.condition, fc.boolean(), (first, second, allowed) => {
      const template = conditional([first, second], allowed);
      const nested = template.resource('Free')?.properties['Nested'];
      const options = new Set(possibilities(nested));
      for (const values of ASSIGNMENTS) {
        const [a, b] = [first.holds(values), second.holds(values)];
        expect(options).toContain(`${a ? 't' : 'f'}${b ? 't' : 'f'}`);
        expect(a && template.resource('Bound') === undefined).toBe(false);
      }
    }),
    runs,
  );
});

test('every deployment is one of the variants, in all its properties', () => {
  fc.assert(
    fc.property(conditionTree.condition, conditionTree.condition, (first, second) => {
      const resource = conditional([first, second], true).resource('Free');
      const variants = (resource ? variantsOf(resource) : []).map(({ properties }) => properties);
      for (const values of ASSIGNMENTS) {
        const [a, b] = [first.holds(values), second.holds(values)];
        const expected = { A: a ? 'yes0' : 'no0', B: b ? 'yes1' : 'no1', Echo: values[0] };
        expect(
          variants.some((variant) => Object.entries(expected).every(([key, text]) => mayBe(variant[key], text))),
        ).toBe(true);
      }
    }),
    runs,
  );
});

function mayBe(value: Value | undefined, text: string | undefined): boolean {
  return value instanceof OneOf ? value.options.includes(text ?? null) : value === text;
}

test('a condition over one parameter that no allowed value meets removes its branch', () => {
  const single = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      letter.map((text): Condition => ({
        expression: { 'Fn::Equals': [{ Ref: 'P0' }, text] },
        holds: (values) => values[0] === text,
      })),
      tie('condition').map((inner): Condition => ({
        expression: { 'Fn::Not': [inner.expression] },
        holds: (values) => !inner.holds(values),
      })),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]): Condition => ({
        expression: { 'Fn::And': [a.expression, b.expression] },
        holds: (values) => a.holds(values) && b.holds(values),
      })),
    ),
  }));
  fc.assert(
    fc.property(single.condition, (condition) => {
      const possible = ASSIGNMENTS.some(condition.holds);
      expect(conditional([condition, condition], true).resource('Bound') !== undefined).toBe(possible);
    }),
    runs,
  );
});
