/** A file, or a part of one, that cannot be used. */
export interface Problem {
  readonly file: string;
  /** What was thrown. */
  readonly error: unknown;
}
