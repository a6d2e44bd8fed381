import { address, arn, binary, boolean, date, equal, equalIgnoringCase, numeric, type Compare } from './compare';

/** How one condition operator compares. */
export interface Operator {
  readonly compare: Compare;
  /** True where the operator holds when none of the policy's values matches. */
  readonly negated: boolean;
  /** Whether `*` and `?` in the policy's values are wildcards. */
  readonly wildcards: boolean;
  /** Whether the policy's values may hold policy variables. */
  readonly variables: boolean;
}

const TEXT = { wildcards: false, variables: true };
const PATTERN = { wildcards: true, variables: true };
const PLAIN = { wildcards: false, variables: false };

/** Both signs of one comparison. */
function pair(positive: string, negative: string, compare: Compare, how: Pick<Operator, 'wildcards' | 'variables'>) {
  return {
    [positive]: { compare, negated: false, ...how },
    [negative]: { compare, negated: true, ...how },
  };
}

function one(name: string, compare: Compare) {
  return { [name]: { compare, negated: false, ...PLAIN } };
}

const LESS = (value: number, wanted: number) => value < wanted;
const AT_MOST = (value: number, wanted: number) => value <= wanted;
const MORE = (value: number, wanted: number) => value > wanted;
const AT_LEAST = (value: number, wanted: number) => value >= wanted;
const SAME = (value: number, wanted: number) => value === wanted;

/**
 * The operators that compare values; `Null` asks whether there is one, and stands apart (IAM user guide,
 * reference_policies_elements_condition_operators).
 */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  ...pair('StringEquals', 'StringNotEquals', equal, TEXT),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalIgnoringCase, TEXT),
  ...pair('StringLike', 'StringNotLike', equal, PATTERN),
  ...pair('NumericEquals', 'NumericNotEquals', numeric(SAME), PLAIN),
  ...one('NumericLessThan', numeric(LESS)),
  ...one('NumericLessThanEquals', numeric(AT_MOST)),
  ...one('NumericGreaterThan', numeric(MORE)),
  ...one('NumericGreaterThanEquals', numeric(AT_LEAST)),
  ...pair('DateEquals', 'DateNotEquals', date(SAME), PLAIN),
  ...one('DateLessThan', date(LESS)),
  ...one('DateLessThanEquals', date(AT_MOST)),
  ...one('DateGreaterThan', date(MORE)),
  ...one('DateGreaterThanEquals', date(AT_LEAST)),
  ...one('Bool', boolean),
  ...one('BinaryEquals', binary),
  ...pair('IpAddress', 'NotIpAddress', address, PLAIN),
  ...pair('ArnEquals', 'ArnNotEquals', arn, PATTERN),
  ...pair('ArnLike', 'ArnNotLike', arn, PATTERN),
};

/** Every operator of the policy language, without what may stand around it. */
export const CONDITION_OPERATORS: readonly string[] = [...Object.keys(OPERATORS), 'Null'];
