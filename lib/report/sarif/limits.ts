/**
 * What GitHub takes from a file: beyond these the upload is refused as a whole, so that nothing would be seen.
 * Source: https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export const LIMITS = {
  /** Results in a run; it shows the 5,000 that are worst. */
  results: 25_000,
  /** Rules in a run. */
  rules: 25_000,
  /** Tags of a rule; it shows 10, and no rule here has more. */
  tags: 10,
  /** Characters of a text that is shown; longer ones are cut. */
  text: 1024,
} as const;

/** Text that fits the limit. */
export function bounded(text: string, limit: number = LIMITS.text): string {
  if (text.length <= limit) return text;
  // A pair of surrogates is not torn.
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}
