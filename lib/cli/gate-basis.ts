import type { GateOptions } from '../gate';
import { dayAt } from '../model';
import { authorityOf, type AuthorityFlags } from './authority';
import type { Session } from './io';
import { loadWaivers } from './load-waivers';
import { timeOf } from './time-of';

/** Flags that say by what the gate judges. */
export interface BasisFlags extends AuthorityFlags {
  /** Registers of waivers. */
  readonly waivers?: readonly string[];
  readonly now?: Date;
}

type Basis = Pick<GateOptions, 'profile' | 'registers' | 'blocksFrom' | 'waivers' | 'now'>;

/**
 * By what the gate judges: profile, registers, waivers and time; undefined when config or register is wrong, which has
 * been said.
 * @throws CannotError when one of them cannot be read, or they contradict each other.
 */
export function basisOf(flags: BasisFlags, session: Session): Basis | undefined {
  const authority = authorityOf(flags, session);
  if (!authority) return undefined;
  const { waiverFiles, ...by } = authority;
  const now = timeOf(flags.now, session);
  const files = [...new Set([...waiverFiles, ...(flags.waivers ?? [])])];
  if (files.length === 0) return { ...by, now };
  const terms = { waiverDays: by.profile.waiverDays, today: dayAt(now, by.profile.timeZone) };
  const waivers = loadWaivers(files, terms, session.stderr);
  return waivers && { ...by, now, waivers };
}
