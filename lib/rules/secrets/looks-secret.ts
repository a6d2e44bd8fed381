/** Names under which secrets are kept: DB_PASSWORD, apiKey, AWS_SECRET_ACCESS_KEY. */
const SECRET_NAME =
  /(^|[_-]|(?<=[a-z0-9]))(passw(or)?d|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credentials?)([_-]?(value|string|key|id))?$/i;

/** Names that only tell where a secret is: DB_SECRET_ARN ends otherwise, TOKEN_URL too. */
const POINTER_NAME =
  /(arn|name|path|url|uri|endpoint|table|bucket|file|expiry|ttl|length|type|alias|version|enabled|public[_-]?key|max[_-]?tokens?)$/i;

const PATTERNS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk_live_)[\w-]{10,}/,
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]{1,200}:[^\s:/@${}]{1,200}@/i,
  /\baws_?secret_?access_?key["']?\s*[=:]\s*["']?[A-Za-z0-9/+=]{40}\b/i,
];

/** A secret access key has 40 characters of Base64, which no word of a language mixes like this. */
const SECRET_KEY = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[/+])[A-Za-z0-9/+]{40}$/;

/** Whether a name says that its value is a secret itself. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !POINTER_NAME.test(name);
}

/** Whether a text has the form of a well-known secret: a private key, an access key, a token, a password in an address. */
export function holdsSecret(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text)) || SECRET_KEY.test(text);
}

/** Text that stands where a secret belongs, but says only where it is, or is a placeholder. */
export function isPointer(text: string): boolean {
  return text.trim() === '' || /^(arn:|\/[\w/.-]+$|https?:\/\/|true$|false$|\d{1,4}$)/i.test(text);
}
