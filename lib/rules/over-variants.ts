import { oneOf, variantsOf, type Resource, type Value } from '../template';
import { worst } from './check';
import { listed, type Rule, type RuleContext, type RuleResult } from './rule';

/** Forms of a resource that are judged one by one: three conditions that do not depend on each other make eight. */
const MAX_FORMS = 8;

/**
 * The forms in which a resource is judged: its variants, or the resource as a whole, its properties each with all that
 * they may be, where there are more than eight. A rule is then stricter, and may see values together that never meet.
 */
export function formsOf(resource: Resource): readonly Resource[] {
  const variants = variantsOf(resource);
  return variants.length > MAX_FORMS ? [resource] : variants;
}

/**
 * What a rule says of a resource whose properties depend on conditions: it judges each way that they can turn out, so
 * that no two values meet which never stand together. One failure is a failure, as one deployment may be that way; an
 * unknown outweighs a pass. Results on one property and subject become one, with everything that was observed.
 */
export function overVariants(
  rule: Rule,
  variants: readonly Resource[],
  context: RuleContext,
): RuleResult | readonly RuleResult[] {
  const [only] = variants;
  if (only && variants.length === 1) return rule.evaluate(only, context);
  const results = variants.flatMap((variant) => listed(rule.evaluate(variant, context)));
  const decisive = worst(results);
  const byProperty = new Map<string, RuleResult>();
  for (const result of results.filter(({ status }) => status === decisive)) {
    const key = `${result.property} ${result.subject}`;
    const before = byProperty.get(key);
    byProperty.set(key, before ? both(before, result) : result);
  }
  return decisive === 'pass' ? [...byProperty.values()].slice(0, 1) : [...byProperty.values()];
}

/** Rules observe values of the graph; a literal in words is one too. */
function both(before: RuleResult, result: RuleResult): RuleResult {
  if (before.observed === result.observed) return before;
  const observed = oneOf([before.observed as Value | undefined, result.observed as Value | undefined]);
  return observed === undefined ? before : { ...before, observed };
}
