/**
 * The config could not be read at all: it is missing, not text, not YAML, too large, or a trap. Ends the run with
 * exit status 2, in one line; a config that was read and is wrong is reported as problems instead.
 */
export class UnreadableError extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    readonly position?: { readonly line: number; readonly column: number },
  ) {
    super(`${file}${position ? `:${position.line}:${position.column}` : ''}: ${reason}`);
    this.name = 'UnreadableError';
  }
}
