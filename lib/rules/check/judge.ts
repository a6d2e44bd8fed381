import { forAll, type Trilean } from '../../model';
import { at, type Found, type Resource } from '../../template';
import { listed, type Rule, type RuleContext, type RuleResult } from '../rule';
import { declareAll, declareCheck, declareGuard } from './declared-check';
import type { Expectation } from './expectation';
import { fail, NOT_APPLICABLE, pass, unknown } from './result';

/** More failures of one rule on one resource than this add nothing for the reader. */
const MAX_FAILURES = 20;

/**
 * Judges what was found by one expectation: a failure for each that fails, else the first that is unknown, else a pass.
 * Nothing found means that there is nothing to judge.
 */
export function judge(found: readonly Found[], expectation: Expectation): readonly RuleResult[] {
  const failed: RuleResult[] = [];
  let open: Found | undefined;
  for (const item of found) {
    const holds = expectation.test(item.value);
    if (holds === 'unknown') open ??= item;
    else if (!holds && failed.length < MAX_FAILURES) failed.push(fail(item, expectation.expected));
  }
  if (failed.length > 0) return failed;
  if (open) return [unknown(open, expectation.expected)];
  const [first] = found;
  return [first ? pass(first, expectation.expected) : NOT_APPLICABLE];
}

/** Whether a rule applies to a resource at all. */
export type Guard = (resource: Resource, context: RuleContext) => Trilean;

/**
 * A rule's predicate: what stands at `path` of the properties must meet the expectation; each item where the path says
 * `[]`. Where the guard says false the rule does not apply; where it says unknown only a pass is certain.
 */
export function property(path: string, expectation: Expectation, guard?: Guard): Rule['evaluate'] {
  const check: Rule['evaluate'] = ({ properties }) => judge(at(properties, path), expectation);
  const evaluate = guard ? guarded(guard, check) : check;
  if (expectation.shape) declareCheck(evaluate, { path, shape: expectation.shape }, guard);
  return evaluate;
}

/** The predicate where the guard holds: it does not apply where the guard says false, and only passes if that is open. */
export function guarded(guard: Guard, evaluate: Rule['evaluate']): Rule['evaluate'] {
  return (resource, context) => {
    const applies = guard(resource, context);
    if (applies === false) return NOT_APPLICABLE;
    const results = evaluate(resource, context);
    return applies === true ? results : listed(results).map((result) => ifApplies(result));
  };
}

/**
 * A guard: the template is of a landing zone, or of an account to which a marked one of the unit belongs, or a stack set of one
 * brings it to accounts. Other templates are not asked for its conventions.
 */
export const inLandingZone: Guard = ({ template }, { graph }) =>
  template.claims?.marker !== undefined ||
  (template.account !== undefined &&
    graph.templates.some(({ account, claims }) => account === template.account && claims?.marker !== undefined)) ||
  graph
    .ofType('AWS::CloudFormation::StackSet')
    .some((set) => set.template.claims?.marker !== undefined && graph.deployedBy(set) === template);

function ifApplies(result: RuleResult): RuleResult {
  if (result.status !== 'fail') return result;
  return { ...result, status: 'unknown', because: 'whether the rule applies depends on a value that is not known' };
}

/** The predicate holds if one of several does: the first result stands for a failure. */
export function anyOf(...predicates: readonly Rule['evaluate'][]): Rule['evaluate'] {
  return (resource, context) => {
    const results = predicates.map((evaluate) => listed(evaluate(resource, context)));
    const statuses = results.map((list) => worst(list));
    const best = (['pass', 'unknown', 'fail'] as const).find((status) => statuses.includes(status));
    return (best && results[statuses.indexOf(best)]) ?? NOT_APPLICABLE;
  };
}

/** All the predicates must hold: the results of each that applies. */
export function allOf(...predicates: readonly Rule['evaluate'][]): Rule['evaluate'] {
  const evaluate: Rule['evaluate'] = (resource, context) => {
    const failed: RuleResult[] = [];
    let open: RuleResult | undefined;
    let passed: RuleResult | undefined;
    for (const predicate of predicates) {
      for (const result of listed(predicate(resource, context))) {
        if (result.status === 'fail') failed.push(result);
        else if (result.status === 'unknown') open ??= result;
        else if (result.status === 'pass') passed ??= result;
      }
    }
    return failed.length > 0 ? failed : (open ?? passed ?? NOT_APPLICABLE);
  };
  declareAll(evaluate, predicates);
  return evaluate;
}

/** The status of several results on one resource. */
export function worst(results: readonly RuleResult[]): RuleResult['status'] {
  let found: RuleResult['status'] = 'not-applicable';
  for (const { status } of results) {
    if (status === 'fail') return 'fail';
    if (status === 'unknown' || (status === 'pass' && found === 'not-applicable')) found = status;
  }
  return found;
}

/** A guard: what stands at `path` meets the expectation. */
export function when(path: string, expectation: Expectation): Guard {
  const guard: Guard = ({ properties }) => forAll(at(properties, path), ({ value }) => expectation.test(value));
  if (expectation.shape) declareGuard(guard, { path, shape: expectation.shape });
  return guard;
}
