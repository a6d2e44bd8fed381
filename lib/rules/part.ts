import type { Rule, RuleResult } from './rule';

const LEFT_OUT: RuleResult = { status: 'not-applicable', because: 'only the whole estate shows it' };

/**
 * A rule for one part of an estate: one over the whole does not apply there, where its types stand, and says so; one that
 * holds of parts says so where the part shows too little.
 */
export function part(rule: Rule): Rule {
  if (rule.scope !== 'estate') return rule;
  if (!rule.holdsOfParts) return { ...rule, evaluate: () => LEFT_OUT };
  return {
    ...rule,
    evaluate: (anchor, context) => {
      const found = rule.evaluate(anchor, context);
      return 'status' in found && found.status === 'not-applicable' ? LEFT_OUT : found;
    },
  };
}
