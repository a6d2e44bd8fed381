import type { Context } from './context';
import { OPEN, type PolicyText } from './document';
import { globOf, literalOf, type Glob } from './glob';

/** A policy's text with its variables replaced; `absent` where the request does not carry a key that one of them names. */
export type Resolved = Glob | 'absent' | 'unknown';

/** How the text of an element is read. */
export interface Reading {
  readonly context: Context;
  readonly hasVariables: boolean;
}

const VARIABLE = /\$\{([^}]*)\}/;

/**
 * Replaces policy variables (IAM user guide, reference_policies_variables): `${aws:username}`, with a default
 * `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`, `${$}`, which stand for the character itself. What a variable
 * puts there is never a wildcard.
 * @param wildcards Whether `*` and `?` of the text itself are wildcards.
 */
export function resolve(text: PolicyText, wildcards: boolean, { context, hasVariables }: Reading): Resolved {
  if (text === OPEN) return 'unknown';
  const plain = wildcards ? globOf : literalOf;
  if (!hasVariables || !text.includes('${')) return plain(text);
  const glob: Glob[number][] = [];
  let rest = text;
  let isUnknown = false;
  for (let found = VARIABLE.exec(rest); found; found = VARIABLE.exec(rest)) {
    const value = valueOf(found[1] ?? '', context);
    if (value === 'absent') return 'absent';
    if (value === 'unknown') isUnknown = true;
    else glob.push(...plain(rest.slice(0, found.index)), ...literalOf(value.text));
    rest = rest.slice(found.index + found[0].length);
  }
  // An opening that never closes is nothing that AWS documents.
  if (isUnknown || rest.includes('${')) return 'unknown';
  return [...glob, ...plain(rest)];
}

interface Value {
  readonly text: string;
}

function valueOf(variable: string, context: Context): Value | 'absent' | 'unknown' {
  if (variable === '*' || variable === '?' || variable === '$') return { text: variable };
  const [, key, fallback] = /^([^\s,']+:[^,']+?)(?:, *'([^']*)')?$/.exec(variable) ?? [];
  if (key === undefined) return 'unknown';
  const values = context(key);
  if (values === 'unknown') return 'unknown';
  const [text, ...others] = values;
  // Keys with several values are no variables, AWS says, and not what happens to who uses them so.
  if (others.length > 0) return 'unknown';
  if (text !== undefined) return { text };
  return fallback === undefined ? 'absent' : { text: fallback };
}
