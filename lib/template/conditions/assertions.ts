import { isJsonMap, own, type JsonMap } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import type { Formula } from './formula';
import { formulaOf } from './formula-of';

/** More assertions than these say nothing: each may narrow a parameter of a thousand values. */
const MAX_ASSERTIONS = 200;

/** What CloudFormation takes in rules, of which the meaning is certain. */
const READABLE: ReadonlySet<string> = new Set(
  'Ref Fn::And Fn::Or Fn::Not Fn::Equals Fn::Contains Fn::EachMemberEquals Fn::EachMemberIn'.split(' '),
);

/**
 * What the `Rules` of a template say of its parameters: CloudFormation deploys nothing with others. A rule whose condition
 * does not hold asserts nothing. The scope must be an open one.
 * @param isText Whether a parameter is one text: what a rule compares of a list, or of a value stored elsewhere, is not certain,
 * and such a rule says nothing.
 */
export function assertionsIn(rules: JsonMap, scope: Scope, isText: (name: string) => boolean): readonly Formula[] {
  const found: Formula[] = [];
  for (const rule of Object.values(rules)) {
    const assertions = own(rule, 'Assertions');
    const condition = own(rule, 'RuleCondition');
    if (!Array.isArray(assertions) || !(condition === undefined || isReadable(condition, isText))) continue;
    const unless: Formula | undefined =
      condition === undefined ? undefined : { kind: 'not', operand: formulaOf(condition, scope) };
    for (const assertion of assertions) {
      const asserted = own(assertion, 'Assert');
      if (found.length >= MAX_ASSERTIONS) return found;
      if (!isReadable(asserted, isText)) continue;
      const formula = formulaOf(asserted, scope);
      found.push(unless ? { kind: 'any', operands: [unless, formula] } : formula);
    }
  }
  return found;
}

function isReadable(expression: unknown, isText: (name: string) => boolean): boolean {
  if (Array.isArray(expression)) return expression.every((item) => isReadable(item, isText));
  if (!isJsonMap(expression)) return expression !== undefined;
  return Object.entries(expression).every(([key, value]) => {
    if (key === 'Ref') return typeof value === 'string' && isText(value);
    return READABLE.has(key) && isReadable(value, isText);
  });
}
