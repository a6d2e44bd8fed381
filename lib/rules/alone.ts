import { TEMPLATE } from './declarations';
import type { Rule } from './rule';

/** What a template says of a resource beside its properties. */
const BESIDE_PROPERTIES: ReadonlySet<PropertyKey> = new Set([
  'condition',
  'deletionPolicy',
  'dependsOn',
  'metadata',
  'updateReplacePolicy',
]);

/**
 * A rule for a resource whose template nobody shows, as when it is created through Cloud Control: where the rule looks at
 * anything but its properties, it does not apply. What it finds without looking further holds.
 */
export function alone(rule: Rule): Rule {
  return {
    ...rule,
    evaluate: (resource, context) => {
      let looked = resource.type === TEMPLATE;
      const own = new Proxy(resource, {
        get: (target, key): unknown => {
          looked ||= BESIDE_PROPERTIES.has(key);
          return Reflect.get(target, key);
        },
      });
      const graph = new Proxy(context.graph, {
        get: (target, key): unknown => {
          looked = true;
          const member: unknown = Reflect.get(target, key);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });
      const result = rule.evaluate(own, { ...context, graph });
      return looked ? { status: 'not-applicable' } : result;
    },
  };
}
