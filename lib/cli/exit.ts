import type { Verdict } from '../model';

/** Exit statuses of every command: part of the contract with pipelines. */
export const EXIT = {
  /** The verdict is pass. */
  pass: 0,
  /** The verdict is fail; also a config that was read and is wrong. */
  fail: 1,
  /** It could not decide: unreadable input, nothing evaluated, wrong usage, internal error. */
  undecided: 2,
} as const;

/** Exit status of a verdict. */
export const STATUS: Readonly<Record<Verdict, number>> = {
  pass: EXIT.pass,
  fail: EXIT.fail,
  unknown: EXIT.undecided,
};

/** The command could not do what was asked: told in one message, without a stack; exit status 2. */
export class CannotError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CannotError';
  }
}
