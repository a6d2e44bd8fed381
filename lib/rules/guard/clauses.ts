import type { Shape } from '../check';
import { leafClauses, type Certainty, type Clauses } from './alternatives';

/** More lines than this for one property are easier to read as code. */
const MAX_CLAUSES = 12;

/** A map with an intrinsic function in place of a value. */
const INTRINSIC = '[ keys == /^(Ref$|Fn::)/ ]';

/** Text that CloudFormation replaces at deployment. */
const DYNAMIC = String.raw` == /^\{\{resolve:/`;

/**
 * A shape at a place, in cfn-guard's language. `perhaps` also holds where an intrinsic function decides the value;
 * `surely` does not. Undefined for what that language does not say.
 */
export function clausesOf(shape: Shape, place: string, certainty: Certainty): Clauses | undefined {
  const clauses = innerClauses(shape, place, certainty);
  return clauses && clauses.length <= MAX_CLAUSES ? clauses : undefined;
}

function innerClauses(shape: Shape, place: string, certainty: Certainty): Clauses | undefined {
  switch (shape.is) {
    case 'absent-or':
      return or([[[`${place} !exists`]], clausesOf(shape.inner, place, certainty)]);
    case 'field':
      return shape.path.includes('[]') ? undefined : clausesOf(shape.inner, `${place}.${shape.path}`, certainty);
    case 'all':
      return and(shape.inner.map((each) => clausesOf(each, place, certainty)));
    case 'either':
      return or(shape.inner.map((each) => clausesOf(each, place, certainty)));
    case 'some':
      return someOf(shape.inner, place, certainty);
    default:
      return leaf(shape, place, certainty);
  }
}

function leaf(shape: Parameters<typeof leafClauses>[0], place: string, certainty: Certainty): Clauses | undefined {
  const clauses = leafClauses(shape, place, certainty);
  if (certainty === 'perhaps') return clauses?.map((tests) => [...tests, ...decidedLater(place, tests)]);
  const above = placesAbove(place).map((each) => [`${each}${INTRINSIC} empty`]);
  return clauses && [...clauses, ...above];
}

/** Tests that hold where an intrinsic function or a dynamic reference decides, unless one of the tests takes it already. */
function decidedLater(place: string, tests: readonly string[]): readonly string[] {
  const above = placesAbove(place).map((each) => `${each}${INTRINSIC} !empty`);
  if (tests.includes(`${place} exists`)) return above;
  const anyMap = tests.includes(`${place} !is_string`) || tests.includes(`${place}[ keys == /./ ] !empty`);
  const anyText = tests.includes(`${place} !is_list`) || tests.includes(`${place} == /(?s)./`);
  return [...(anyText ? [] : [`${place}${DYNAMIC}`]), ...above, ...(anyMap ? [] : [`${place}${INTRINSIC} !empty`])];
}

/** The item and the steps of a path above the place itself. Properties as a whole are looked at once for each rule. */
function placesAbove(place: string): readonly string[] {
  const steps = place.split('.');
  const above = steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join('.'));
  return above.filter((each) => each !== 'Properties');
}

/** One item of a list is enough: Guard says `some` of a test, not of several together, and not of what is absent. */
function someOf(shape: Shape, place: string, certainty: Certainty): Clauses | undefined {
  const found = clausesOf(shape, `${place}[*]`, 'perhaps');
  if (certainty === 'surely' || found?.length !== 1) return undefined;
  const tests = found.flat();
  if (tests.some((test) => test.endsWith('!exists') || test.includes(' != '))) return undefined;
  const items = tests.filter((test) => test.startsWith(`${place}[*]`)).map((test) => `some ${test}`);
  const above = [...placesAbove(place), place].map((each) => `${each}${INTRINSIC} !empty`);
  return [[...items, ...above]];
}

function and(parts: readonly (Clauses | undefined)[]): Clauses | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Each condition of one with each of the others. */
function or(parts: readonly (Clauses | undefined)[]): Clauses | undefined {
  if (!parts.every((part) => part !== undefined)) return undefined;
  return parts.reduce((sums, part) => sums.flatMap((sum) => part.map((tests) => [...new Set([...sum, ...tests])])));
}
