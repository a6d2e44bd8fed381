import type { Scope } from '../resolve/scope';
import { Elsewhere, Reference, Unknown, type Value } from '../value';
import { malformed } from './malformed';

/** `Ref`: a parameter, a pseudo parameter or a resource. */
export function ref(argument: unknown, scope: Scope): Value | undefined {
  if (typeof argument !== 'string') return malformed('Ref', 'a name');
  return named(argument, scope);
}

/** What a name stands for in `Ref` and in `${Name}` of `Fn::Sub`; undefined for `AWS::NoValue`. */
export function named(name: string, scope: Scope): Value | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const value = name.startsWith('AWS::') ? pseudo(name, scope) : scope.names.parameter(name, scope);
  if (value !== undefined) return value;
  if (scope.names.resourceType(name) !== undefined) {
    return scope.names.identifier(name) ?? new Reference(name, undefined, scope.names.path);
  }
  return new Elsewhere(`${name} is neither a parameter nor a resource of this template`);
}

/** Within a branch that is taken in one region only, the region is known. */
function pseudo(name: string, scope: Scope): Value | undefined {
  const value = scope.names.pseudo(name);
  const [only, ...others] = scope.facts.domain(name).only ?? [];
  return value instanceof Unknown && only !== undefined && others.length === 0 ? only : value;
}
