import { qualified, type ConditionTest, type KeyValues } from '../evaluate';
import { FRESH, instanceOf, isPlain } from './fresh';

/** Values that a key may have in a request: some of each sort that the tests on it tell apart. */
export interface KeyDomain {
  readonly values: readonly KeyValues[];
  /** Whether no other value would pass or fail other tests than these do. */
  readonly isComplete: boolean;
}

/** Keys that every request of a principal of the organisation carries (IAM user guide, reference_policies_condition-keys). */
const ALWAYS: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:userid',
  'aws:viaawsservice',
]);

/** Whether every request of a principal of the organisation carries a key. @param key Lower case. */
export function isAlwaysThere(key: string): boolean {
  return ALWAYS.has(key);
}

const EXACT = /^String(Not)?Equals$/;
const ORDERED = /^(Numeric|Date)/;

/** The domain of a key that several statements test. @param key Lower case. */
export function domainOf(key: string, tests: readonly ConditionTest[]): KeyDomain {
  const parts = tests.map((test) => ({ test, ...qualified(test.operator) }));
  const absent = ALWAYS.has(key) ? [] : [[]];
  // What lies between the bounds of two tests is told apart by both.
  const bounds = parts.filter(({ bare }) => ORDERED.test(bare)).flatMap(({ test }) => test.values.filter(isPlain));
  const singles = new Set(parts.flatMap(({ test, bare }) => valuesOf(test, bare, bounds)));
  const sets = parts.some(({ set }) => set) ? [[...singles]] : [];
  return {
    values: [...absent, ...[...singles].map((value) => [value]), ...sets],
    isComplete: parts.every(({ set, test }) => !set && test.values.every(isPlain)) && isOneSort(parts),
  };
}

/** Exact texts, truth values and order are told apart by the values that are mentioned and what lies between them. */
function isOneSort(parts: readonly { readonly bare: string }[]): boolean {
  const others = parts.map(({ bare }) => bare).filter((bare) => bare !== 'Null');
  return [EXACT, ORDERED, /^Bool$/].some((sort) => others.every((bare) => sort.test(bare)));
}

function valuesOf({ values }: ConditionTest, bare: string, bounds: readonly string[]): readonly string[] {
  const plain = values.filter(isPlain);
  if (bare === 'Null') return [FRESH];
  if (bare === 'Bool') return ['false', 'true'];
  if (ORDERED.test(bare)) return around(bounds, bare);
  if (bare.endsWith('IpAddress'))
    return [...plain.map((block) => block.replace(/\/.*/, '')), '192.0.2.1', '2001:db8::1'];
  if (bare === 'BinaryEquals') return [...plain, 'Zg=='];
  const isPattern = /(Like|^Arn)/.test(bare);
  return [
    FRESH,
    ...(isPattern ? plain.map(instanceOf) : plain),
    ...(bare.startsWith('Arn') ? [instanceOf('arn:*:*:*:*:*')] : []),
  ];
}

/** Each value, one between it and the next, and one beyond either end. */
function around(values: readonly string[], bare: string): readonly string[] {
  const parse = bare.startsWith('Date') ? Date.parse : Number;
  const write = (value: number) => (bare.startsWith('Date') ? new Date(value).toISOString() : String(value));
  const numbers = values
    .map(parse)
    .filter((value) => !Number.isNaN(value))
    .toSorted((a, b) => a - b);
  const step = bare.startsWith('Date') ? 86_400_000 : 1;
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const between = numbers.slice(1).map((value, index) => (value + (numbers[index] ?? value)) / 2);
  return [...new Set([first - step, ...numbers, ...between, last + step])].map(write);
}
