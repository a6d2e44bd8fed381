/** What the doctor says of one thing. */
export interface Check {
  /** Name of what was looked at. */
  readonly what: string;
  /** `note`: nothing to judge, for example no credentials. */
  readonly state: 'ok' | 'fail' | 'unknown' | 'note';
  readonly found: string;
  readonly expected: string;
  /** What to do; needless when the state is `ok`. */
  readonly remedy?: string;
}
