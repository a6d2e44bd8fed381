/** What an examination of the surroundings says of one thing. */
export interface Check {
  /** What was looked at, for programs: `deployment-role`. */
  readonly id: string;
  /** Name of what was looked at. */
  readonly what: string;
  /** `note`: nothing to judge, for example no credentials. */
  readonly state: 'ok' | 'fail' | 'unknown' | 'note';
  readonly found: string;
  readonly expected: string;
  /** What to do; needless when the state is `ok`. */
  readonly remedy?: string;
  /** Account and region that it is about, where it is about one: `network`, `ap-east-1`. */
  readonly account?: string;
  readonly region?: string;
}
