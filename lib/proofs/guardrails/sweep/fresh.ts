import { OPEN, type PolicyText } from '../evaluate';

/** Stands for a name that no policy mentions: a pattern that matches it has nothing but wildcards in its place. */
export const FRESH = 'zq7anyname';

/** An account that no policy mentions. */
export const FRESH_ACCOUNT = '999999999990';

/** A text that a pattern matches: fresh where the pattern leaves it open. */
export function instanceOf(pattern: string): string {
  const fields = pattern.split(':');
  return fields.map((field, index) => fill(field, fields.length >= 6 && index === 4 ? FRESH_ACCOUNT : FRESH)).join(':');
}

function fill(field: string, fresh: string): string {
  return field.replaceAll(/\*+/g, fresh).replaceAll('?', 'z');
}

/** Whether a text is known and has no policy variable. */
export function isPlain(text: PolicyText): text is string {
  return text !== OPEN && !text.includes('${');
}

/** An ARN of the data set with its variables filled in. */
export function arnOf(format: string, known: Readonly<Record<string, string>>): string {
  return format.replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => known[name] ?? FRESH);
}
