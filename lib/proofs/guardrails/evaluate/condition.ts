import { and, forAll, forSome, not, or, type Trilean } from '../../../model';
import type { KeyValues } from './context';
import { OPEN, type ConditionTest, type PolicyText } from './document';
import { OPERATORS, type Operator } from './operators';
import { resolve, type Reading } from './variables';

/** An operator with what stands around it: `ForAnyValue:StringLikeIfExists`. */
interface Qualified {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly bare: string;
  readonly ifExists: boolean;
}

const QUALIFIED = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/s;

const KNOWN = new Map<string, Qualified>();

export function qualified(operator: string): Qualified {
  const known = KNOWN.get(operator) ?? takenApart(operator);
  // There are some dozens; a policy that makes up more of them is read anew each time.
  if (KNOWN.size < MOST_OPERATORS) KNOWN.set(operator, known);
  return known;
}

const MOST_OPERATORS = 1000;

function takenApart(operator: string): Qualified {
  const [, set, bare = '', ifExists] = QUALIFIED.exec(operator) ?? [];
  return {
    set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined,
    bare,
    ifExists: ifExists !== undefined,
  };
}

/** Whether all tests of a condition hold. */
export function conditionHolds(tests: readonly ConditionTest[], reading: Reading): Trilean {
  return forAll(tests, (test) => testHolds(test, reading.context(test.key), reading));
}

/**
 * Whether a request whose key has these values meets one test. What AWS does not document is unknown: other operators, and
 * several values without a set operator, unless they all agree.
 */
export function testHolds({ operator, values }: ConditionTest, found: KeyValues, reading: Reading): Trilean {
  const { set, bare, ifExists } = qualified(operator);
  if (bare === 'Null') return set || ifExists ? 'unknown' : isNull(found, values);
  const known = OPERATORS[bare];
  if (!known || found === 'unknown') return 'unknown';
  // A set whose values are empty counts as one without values.
  const present = set ? found.filter((value) => value !== '') : found;
  if (present.length === 0) return ifExists || (set ? set === 'ForAllValues' : known.negated);
  return together(
    set,
    present.map((value) => valueMeets(value, values, known, reading)),
  );
}

function together(set: Qualified['set'], each: readonly Trilean[]): Trilean {
  if (set) return set === 'ForAllValues' ? and(...each) : or(...each);
  const [first = 'unknown'] = each;
  return each.every((one) => one === first) ? first : 'unknown';
}

function isNull(found: KeyValues, values: readonly PolicyText[]): Trilean {
  return or(
    ...values.map((value) => {
      if (value === OPEN || found === 'unknown') return 'unknown';
      if (value !== 'true' && value !== 'false') return 'unknown';
      return (found.length === 0) === (value === 'true');
    }),
  );
}

/** One value of the request with all of the policy's: any for a positive operator, none for a negated one. */
function valueMeets(value: string, values: readonly PolicyText[], operator: Operator, reading: Reading): Trilean {
  const matched = forSome(values, (wanted) => valueMatches(value, wanted, operator, reading));
  return operator.negated ? not(matched) : matched;
}

function valueMatches(value: string, wanted: PolicyText, operator: Operator, reading: Reading): Trilean {
  // A variable in front of another operator stays as it is: no value parses so, and the comparison is unknown.
  const hasVariables = reading.hasVariables && operator.variables;
  const glob = resolve(wanted, operator.wildcards, { ...reading, hasVariables });
  if (glob === 'unknown') return 'unknown';
  // What is not there matches nothing. Whether a negated operator then holds, or the statement counts for nothing, AWS does not say.
  if (glob === 'absent') return operator.negated ? 'unknown' : false;
  return operator.compare(value, glob);
}
