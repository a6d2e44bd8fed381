/** Something wrong with the text of an organisation policy, by its path inside the document. */
export interface DocumentProblem {
  readonly path: readonly (string | number)[];
  /** True when the problem is the key at the end of the path, not its value. */
  readonly onKey?: boolean;
  readonly message: string;
  readonly expected: string;
  readonly remedy: string;
}

/** A value that may stand alone or in a list, as a list with the path of each. */
export function listed(value: unknown, path: DocumentProblem['path']): readonly Listed[] {
  if (!Array.isArray(value)) return [{ value, path }];
  return value.map((each: unknown, index) => ({ value: each, path: [...path, index] }));
}

export interface Listed {
  readonly value: unknown;
  readonly path: DocumentProblem['path'];
}
