import { asText } from '../scalar';
import type { Scope } from '../resolve/scope';
import { Elsewhere, Reference, Unknown, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';
import { opened } from './opened';

/** `Fn::GetAtt` in both forms: `[LogicalId, Attribute]` and `LogicalId.Attribute`. */
export function getAtt(argument: unknown, scope: Scope): Value | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 1
      ? malformed('Fn::GetAtt', 'LogicalId.Attribute')
      : attributeOf(argument.slice(0, dot), argument.slice(dot + 1), scope);
  }
  if (!Array.isArray(argument) || argument.length < 2) return malformed('Fn::GetAtt', '[LogicalId, Attribute]');
  const [logicalId, ...path] = argument.map((item: unknown) => scope.resolve(item));
  return combine([logicalId, ...path], ([id, ...names]) => {
    const texts = names.map(asText);
    if (typeof id !== 'string') return malformed('Fn::GetAtt', 'a logical id');
    return texts.includes(undefined)
      ? new Unknown(`the attribute of ${id} is not known`)
      : attributeOf(id, texts.join('.'), scope);
  });
}

/** An attribute, also for `${LogicalId.Attribute}` of `Fn::Sub`. */
export function attributeOf(logicalId: string, attribute: string, scope: Scope): Value {
  if (scope.names.resourceType(logicalId) === undefined) {
    return new Elsewhere(`${logicalId} is not a resource of this template`);
  }
  const elsewhere = scope.names.attribute(logicalId, attribute);
  return elsewhere === undefined ? new Reference(logicalId, attribute, scope.names.path) : opened(elsewhere, scope);
}
