/** What is wrong with an extension: where in it, what, and the remedy. */
export interface ExtensionProblem {
  /** Keys and indices below the extension. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly expected: string;
  readonly remedy: string;
  /** Clause that a looser value would break. */
  readonly source?: string;
}
