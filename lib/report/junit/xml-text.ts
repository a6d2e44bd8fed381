/** What XML 1.0 cannot hold, even as an entity: control characters, halves of pairs, and two that are no characters. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text in which what XML cannot hold stands as `\u001b`. */
export function xmlText(text: string): string {
  return text.replaceAll(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text for an attribute, where a reader turns line breaks into blanks. */
export function attributeText(text: string): string {
  return xmlText(text.replaceAll(/\s+/g, ' ').trim());
}
