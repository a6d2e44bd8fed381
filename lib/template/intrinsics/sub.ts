import { partsOf } from '../text';
import { own } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { Unknown, type Part, type Value } from '../value';
import { attributeOf } from './get-att';
import { combine } from './combine';
import { malformed } from './malformed';
import { named } from './ref';
import { textMade } from './text-made';

/** `Fn::Sub`: `"text ${Name}"` or `[text, { Name: value }]`; `${!Name}` stays as `${Name}`. */
export function sub(argument: unknown, scope: Scope): Value | undefined {
  const [template, variables]: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  if (typeof template !== 'string') return malformed('Fn::Sub', 'a text');
  const pieces = template.split(/\$\{([^${}]*)\}/);
  const known = new Map<string, Value | undefined>();
  const operands = pieces.map((piece, index) => {
    const name = piece.trim();
    if (index % 2 === 0) return piece;
    if (!known.has(name)) known.set(name, placeholder(name, variables, scope));
    return known.get(name);
  });
  return combine(operands, (values) => textMade(values.flatMap(toParts), scope));
}

function placeholder(name: string, variables: unknown, scope: Scope): Value | undefined {
  if (name.startsWith('!')) return `\${${name.slice(1)}}`;
  const given = own(variables, name);
  if (given !== undefined) return scope.resolve(given);
  const dot = name.indexOf('.');
  if (dot < 0 || name.startsWith('AWS::')) return named(name, scope);
  return attributeOf(name.slice(0, dot), name.slice(dot + 1), scope);
}

function toParts(value: Value | undefined): readonly Part[] {
  return (
    partsOf(value) ?? [
      new Unknown(value === undefined ? 'a removed value stands in text' : 'a list or map stands in text'),
    ]
  );
}
