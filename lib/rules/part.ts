import type { Rule } from './rule';

/** A rule for one part of an estate: one over the whole does not apply there, where its types stand, and says so. */
export function part(rule: Rule): Rule {
  if (rule.scope !== 'estate' || rule.holdsOfParts) return rule;
  return { ...rule, evaluate: () => ({ status: 'not-applicable', because: 'only the whole estate shows it' }) };
}
