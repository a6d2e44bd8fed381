import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { WaiverTerms } from '../../gate';
import { dayAt, errorText, type Waiver } from '../../model';
import { authorityOf, type AuthorityFlags } from '../authority';
import { CannotError } from '../exit';
import type { Session } from '../io';
import { loadWaivers } from '../load-waivers';
import { timeOf } from '../time-of';

/** Flags of every command on a register. */
export interface RegisterFlags extends AuthorityFlags {
  readonly waivers: string;
  readonly now?: Date;
}

/** A register with what it is judged by. */
export interface Register {
  readonly file: string;
  /** Undefined when there is no such file. */
  readonly text: string | undefined;
  readonly waivers: readonly Waiver[];
  readonly terms: WaiverTerms;
}

/**
 * Reads the register that a command is about.
 * @param mayBeAbsent Whether a file that does not exist is a register without waivers.
 * @returns undefined when it, or the config, was read and is wrong, which has been said
 * @throws CannotError when it cannot be read.
 */
export function openRegister(flags: RegisterFlags, session: Session, mayBeAbsent = false): Register | undefined {
  const authority = authorityOf(flags, session);
  if (!authority) return undefined;
  const { waiverDays, timeZone } = authority.profile;
  const terms = { waiverDays, today: dayAt(timeOf(flags.now, session), timeZone) };
  const file = flags.waivers;
  if (mayBeAbsent && !existsSync(file)) return { file, text: undefined, waivers: [], terms };
  const waivers = loadWaivers([file], terms, session.stderr);
  return waivers && { file, text: readFileSync(file, 'utf8'), waivers, terms };
}

/** @throws CannotError when it cannot be written. */
export function writeRegister(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CannotError(`cannot write ${file}: ${errorText(error)}`, error);
  }
}
