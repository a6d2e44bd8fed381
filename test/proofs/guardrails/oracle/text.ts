import type { Values } from './condition';

/** Escapes a value that stands for itself where wildcards are read. */
const LITERAL: Readonly<Record<string, string>> = { '*': '${*}', '?': '${?}', $: '${$}' };

/** A text with its variables replaced; undefined where a key is missing and no default stands in. */
export function substituted(text: string, values: Values): string | undefined {
  let whole = true;
  const replaced = text.replaceAll(/\$\{([^}]+)\}/g, (variable, inner: string) => {
    if (['*', '?', '$'].includes(inner)) return variable;
    const [, key = '', standIn] = /^([^,]+?)(?:, *'([^']*)')?$/.exec(inner) ?? [];
    const found = values.get(key.toLowerCase())?.[0] ?? standIn;
    if (found === undefined) whole = false;
    return (found ?? '').replaceAll(/[*?$]/g, (character) => LITERAL[character] ?? character);
  });
  return whole ? replaced : undefined;
}

/** `*` is any text, `?` any one character; `${*}`, `${?}` and `${$}` are those characters themselves. */
export function globMatches(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/\$\{([*?$])\}|[^]/g, (token, literal: string | undefined) => {
    if (literal !== undefined) return `\\${literal}`;
    if (token === '*') return '[^]*';
    return token === '?' ? '[^]' : token.replace(/[\\^$.|+()[\]{}/-]/, String.raw`\$&`);
  });
  return new RegExp(`^${source}$`).test(text);
}

/** The text that a pattern without wildcards stands for. */
export function literalText(pattern: string): string {
  return pattern.replaceAll(/\$\{([*?$])\}/g, '$1');
}
