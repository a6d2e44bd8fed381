/** A pack that cannot be used: not known, not installed, or silent on what is wrong on purpose. */
export class PackError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PackError';
  }
}
