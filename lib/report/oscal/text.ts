/** Longest text of one field in characters: templates are nobody's to trust, and the JSON result holds all of it. */
const MOST = 4000;

/** What Markdown would not show as it is: OSCAL's titles, descriptions and remarks are Markdown. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/[\\`*[\]<&~^]/g, String.raw`\$&`],
  // Within a word an underscore is one.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`],
  [/\{(?=\{)/g, String.raw`\{`],
  [/^([#>+-])(?=\s)/, String.raw`\$1`],
];

/**
 * Text on one line that NIST's pattern for strings lets through: no control characters or line breaks, nothing blank at
 * the ends, and never empty.
 */
export function line(text: string): string {
  const shown = text
    .replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  if (shown === '') return '(empty)';
  return shown.length > MOST
    ? `${shown
        .slice(0, MOST)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim()}…`
    : shown;
}

/** The same where Markdown is read: shown as it was written. */
export function markup(text: string): string {
  return MARKUP.reduce((escaped, [pattern, instead]) => escaped.replace(pattern, instead), line(text));
}

/** Paragraphs of Markdown; what is empty is left out. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [markup(text)])).join('\n\n');
}

/** A name that NIST's pattern for tokens lets through: letters, digits, dots, hyphens, underscores. */
export function token(text: string): string {
  const name = line(text).replaceAll(/[^\p{L}\p{N}.\-_]+/gu, '-');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}

/** The path of a file as a reference from the document. */
export function reference(path: string): string {
  const parts = path
    .replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent);
  // A first part with a colon would be read as a scheme; `encodeURIComponent` has escaped it.
  return parts.join('/');
}
