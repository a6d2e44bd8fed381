import { isJsonMap, own, type JsonMap } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import type { Formula } from './formula';
import { formulaOf } from './formula-of';

/**
 * What the `Rules` of a template say of its parameters: CloudFormation deploys nothing with others. A rule whose condition
 * does not hold asserts nothing. The scope must be an open one.
 */
export function assertionsIn(rules: JsonMap, scope: Scope): readonly Formula[] {
  return Object.values(rules).flatMap((rule) => {
    const assertions = own(rule, 'Assertions');
    if (!Array.isArray(assertions)) return [];
    const condition = own(rule, 'RuleCondition');
    return assertions
      .filter((assertion) => isJsonMap(assertion))
      .map((assertion): Formula => {
        const asserted = formulaOf(own(assertion, 'Assert'), scope);
        if (condition === undefined) return asserted;
        return { kind: 'any', operands: [{ kind: 'not', operand: formulaOf(condition, scope) }, asserted] };
      });
  });
}
