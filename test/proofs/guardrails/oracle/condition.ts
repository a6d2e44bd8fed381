import { globMatches, literalText, substituted } from './text';

export type Values = ReadonlyMap<string, readonly string[]>;

type Test = (found: string, wanted: string) => boolean;

const same: Test = (found, wanted) => found === literalText(wanted);
const sameInAnyCase: Test = (found, wanted) => found.toLowerCase() === literalText(wanted).toLowerCase();
const like: Test = (found, wanted) => globMatches(wanted, found);
const number = (holds: (found: number, wanted: number) => boolean): Test => {
  return (found, wanted) => holds(Number(found), Number(wanted));
};
const time = (holds: (found: number, wanted: number) => boolean): Test => {
  return (found, wanted) => holds(Date.parse(found), Date.parse(wanted));
};
/** Each of the six parts that colons separate is compared by itself. */
const arnLike: Test = (found, wanted) => {
  const parts = (arn: string) => [...arn.split(':').slice(0, 5), arn.split(':').slice(5).join(':')];
  const have = parts(found);
  return parts(wanted).every((part, index) => globMatches(part, have[index] ?? ''));
};
const inBlock: Test = (found, wanted) => {
  const bits = (ip: string) =>
    ip
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [base = '', length = '32'] = wanted.split('/');
  return bits(found).slice(0, Number(length)) === bits(base).slice(0, Number(length));
};

/** Operator -> test of one value against one value, and whether the operator asks for its opposite. */
const OPERATORS: Readonly<Record<string, readonly [Test, 'is' | 'is not']>> = {
  StringEquals: [same, 'is'],
  StringNotEquals: [same, 'is not'],
  StringEqualsIgnoreCase: [sameInAnyCase, 'is'],
  StringNotEqualsIgnoreCase: [sameInAnyCase, 'is not'],
  StringLike: [like, 'is'],
  StringNotLike: [like, 'is not'],
  NumericEquals: [number((found, wanted) => found === wanted), 'is'],
  NumericNotEquals: [number((found, wanted) => found === wanted), 'is not'],
  NumericLessThan: [number((found, wanted) => found < wanted), 'is'],
  NumericLessThanEquals: [number((found, wanted) => found <= wanted), 'is'],
  NumericGreaterThan: [number((found, wanted) => found > wanted), 'is'],
  NumericGreaterThanEquals: [number((found, wanted) => found >= wanted), 'is'],
  DateEquals: [time((found, wanted) => found === wanted), 'is'],
  DateNotEquals: [time((found, wanted) => found === wanted), 'is not'],
  DateLessThan: [time((found, wanted) => found < wanted), 'is'],
  DateLessThanEquals: [time((found, wanted) => found <= wanted), 'is'],
  DateGreaterThan: [time((found, wanted) => found > wanted), 'is'],
  DateGreaterThanEquals: [time((found, wanted) => found >= wanted), 'is'],
  Bool: [sameInAnyCase, 'is'],
  IpAddress: [inBlock, 'is'],
  NotIpAddress: [inBlock, 'is not'],
  ArnEquals: [arnLike, 'is'],
  ArnLike: [arnLike, 'is'],
  ArnNotEquals: [arnLike, 'is not'],
  ArnNotLike: [arnLike, 'is not'],
};

/** Whether one line of a `Condition` holds; `found` is undefined where the request does not carry the key. */
export function conditionHolds(
  written: string,
  wanted: readonly string[],
  found: readonly string[] | undefined,
  values: Values,
): boolean {
  const [, set, operator = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (operator === 'Null') return wanted.some((value) => (value === 'true') === (found === undefined));
  const [test, sense] = OPERATORS[operator] ?? [];
  if (!test) throw new Error(`no operator ${operator}`);
  if (found === undefined && ifExists) return true;
  const matchesAny = (value: string) =>
    wanted.some((text) => {
      const pattern = substituted(text, values);
      return pattern !== undefined && test(value, pattern);
    });
  const fits = (value: string) => matchesAny(value) === (sense === 'is');
  if (set === 'ForAllValues') return (found ?? []).every(fits);
  if (set === 'ForAnyValue') return (found ?? []).some(fits);
  return found === undefined ? sense === 'is not' : found.every(fits);
}
