import type { Shape } from '../check';
import { numberPattern } from './number-pattern';

/** How sure a condition is: it surely holds, or it is not known to fail because an intrinsic function decides. */
export type Certainty = 'surely' | 'perhaps';

/** Conditions that must all hold; each is a list of tests of which one is enough, as cfn-guard writes them. */
export type Clauses = readonly (readonly string[])[];

const WORDS = { true: '/(?i)^(true|yes|on)$/', false: '/(?i)^(false|no|off)$/' } as const;

/** A map that is written as it is: no intrinsic function stands in its place. */
const LITERAL_MAP = '[ keys == /^(?!Ref$|Fn::)/ ] !empty';

/** What is neither text nor a map. */
const KINDS = [' is_bool', ' is_int', ' is_float', ' is_list'] as const;

type Leaf = Exclude<Shape, { readonly inner: unknown }>;

/**
 * Clauses in cfn-guard's language that hold where the value at a place meets the shape; what an intrinsic function decides
 * is the caller's. No test throws for values of another kind: it fails.
 */
export function leafClauses(shape: Leaf, place: string, certainty: Certainty): Clauses | undefined {
  return testsOf(shape, certainty === 'perhaps' ? [' !is_string'] : [...KINDS, LITERAL_MAP])?.map((tests) =>
    tests.map((test) => `${place}${test}`),
  );
}

/** The clauses without the place; `noText` are tests for what is set and no text. */
function testsOf(shape: Leaf, noText: readonly string[]): Clauses | undefined {
  if ('value' in shape) return booleans(shape, noText);
  if ('limit' in shape) return numbers(shape);
  if ('texts' in shape) return texts(shape, noText);
  if ('pattern' in shape) {
    const written = regex(shape.pattern);
    return [shape.is === 'matching' ? [` == ${written}`] : [' !exists', ` != ${written}`, ...noText]];
  }
  if (shape.is === 'set') return [[' exists'], [' != /^$/', ...noText]];
  if (shape.is === 'not-set') return [[' !exists', ' == /^$/']];
  // Guard takes an empty list for one whose every item passes.
  return [
    [' == /(?s)./', ...KINDS, '[ keys == /./ ] !empty'],
    [' !is_list', ' !empty'],
  ];
}

function booleans({ is, value }: Extract<Leaf, { readonly value: boolean }>, noText: readonly string[]): Clauses {
  const words = WORDS[`${value}`];
  if (is === 'boolean') return [[` == ${value}`, ` == ${words}`]];
  // Nothing but that boolean, or its words, fails.
  return [
    [' !exists', ' !is_bool', ` == ${!value}`],
    [' !exists', ` != ${words}`, ...noText],
  ];
}

function texts(shape: Extract<Leaf, { readonly texts: readonly string[] }>, noText: readonly string[]) {
  const literals = shape.texts.filter(isLiteral).map((text) => ` == ${text}`);
  if (shape.is === 'among') return [[` == ${pattern(shape.texts)}`, ...literals]];
  return literals.length > 0 ? undefined : [[' !exists', ` != ${pattern(shape.texts)}`, ...noText]];
}

function numbers({ is, limit }: { readonly is: 'at-least' | 'at-most'; readonly limit: number }): Clauses | undefined {
  if (!Number.isInteger(limit) || limit < 0) return undefined;
  const sign = is === 'at-least' ? '>=' : '<=';
  return [[` ${sign} ${limit}`, ` ${sign} ${limit}.0`, ` == /^(${numberPattern(is, limit)})$/`]];
}

/** Numbers and booleans are no text in Guard. */
function isLiteral(text: string): boolean {
  return /^(\d+|true|false)$/.test(text);
}

function pattern(texts: readonly string[]): string {
  return `/(?i)^(${texts.map((text) => slashless(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('|')})$/`;
}

function regex({ source, flags }: RegExp): string {
  return `/${flags.includes('i') ? '(?i)' : ''}${slashless(source)}/`;
}

/** Guard ends a pattern at the first slash, also at an escaped one where another follows. */
function slashless(source: string): string {
  return source.replaceAll(/\\?\//g, String.raw`\x2f`);
}
