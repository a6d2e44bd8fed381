/** What stands in place of a secret. */
export const MASK = '[masked]';

/** Names of properties and variables whose values are secrets. */
const SECRET_NAME = /(passw(or)?d|pwd|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credential)s?$/i;

/** A pattern of secrets in text, and what stays of them. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, `$1${MASK}`],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, MASK],
  [/\b(gh[pousr]_|github_pat_|xox[abeprs]-|sk_live_|glpat-)[\w-]{10,}/g, `$1${MASK}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi, `$1${MASK}@`],
  // An address that was signed opens what it names to whoever reads it.
  [/([?&](?:x-(?:amz|goog)-signature|signature|sig)=)[^&\s"'#]{4,}/gi, `$1${MASK}`],
  // In a sentence only what no word looks like.
  [
    /\b((?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_ ]?key)\s+(?:is|was)\s+["']?)(?=[^\s"']*\d)(?=[^\s"']*[a-z])[^\s"']{6,}/gi,
    `$1${MASK}`,
  ],
  [
    /((?<![:\w])\w*(?:passw(?:or)?d|pwd|secret|token|api_?key)(?:_\w*)?["']?\s*[=:]\s*["']?)(?![\s"'$[]|\{\{)[^\s"',;&]{4,}/gi,
    `$1${MASK}`,
  ],
];

/** What each of the patterns needs: most texts have none of it, and one look is enough. */
const MAY_HOLD =
  /-----BEGIN|AKIA|ASIA|eyJ|gh[pousr]_|github_pat_|xox|sk_live_|glpat-|:\/\/|passw|passphrase|pwd|secret|token|api[-_ ]?key|sig(?:nature)?=|[\w/+]{40}/i;

/** 40 characters of base64, as the secret half of an access key; a hash is hexadecimal, a path has one case. */
const ACCESS_KEY = /(?<![\w/+=])[\w/+]{40}(?![\w/+=])/g;

/** The shortest text of which a pattern takes a part: `pwd=` and four characters. */
const SHORTEST = 8;

/** Text in which what looks like a secret is masked. */
export function maskText(text: string): string {
  if (text.length < SHORTEST || !MAY_HOLD.test(text)) return text;
  const masked = PATTERNS.reduce((result, [pattern, kept]) => result.replace(pattern, kept), text);
  return masked.replace(ACCESS_KEY, (found) => (isRandom(found) ? MASK : found));
}

/** The value of something with this name: masked as a whole when the name says that it is a secret. */
export function maskNamed(name: string, text: string): string {
  return SECRET_NAME.test(name) && !isReference(text) ? MASK : maskText(text);
}

/** Whether a property path ends in the name of a secret. */
export function namesSecret(path: string): boolean {
  return SECRET_NAME.test(path.replace(/[.[\]\d]+$/, ''));
}

/** Text that says where a secret is kept, not what it is. */
function isReference(text: string): boolean {
  return text === '' || /^(\$\{|\{\{resolve:|arn:)/.test(text) || text === 'not set';
}

function isRandom(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && !text.includes('_');
}
