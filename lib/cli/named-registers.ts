import { resolve } from 'node:path';
import type { ConfigProblem, NamedByConfig } from '../config';
import { readWaivers, waiverDaysUnder, type WaiverTerms } from '../gate';
import { dayAt } from '../model';
import { shownPath } from './shown-path';

/** What is wrong with the registers that a config names. */
export interface RegisterFaults {
  readonly files: readonly string[];
  readonly problems: readonly ConfigProblem[];
  /** Why one cannot be read, a line each. */
  readonly unreadable: readonly string[];
}

/** Checks the registers of waivers that a config names, also where the config itself is wrong elsewhere. */
export function registerFaults({ waivers, profile, gatePolicy, folder }: NamedByConfig, now: Date): RegisterFaults {
  const files = waivers.map((path) => shownPath(resolve(folder, path)));
  const floors = gatePolicy ? [{ source: 'gatePolicy', policy: gatePolicy }] : [];
  const terms = { waiverDays: waiverDaysUnder(profile, floors), today: dayAt(now, profile.timeZone) };
  return { files, ...faultsOf(files, terms) };
}

/** Together, so that an id that two of them have is found; one by one only where one cannot be read. */
function faultsOf(files: readonly string[], terms: WaiverTerms): Omit<RegisterFaults, 'files'> {
  const together = readWaivers(files, terms);
  if (together.kind === 'read') return { problems: together.problems, unreadable: [] };
  const each = files.map((file) => readWaivers([file], terms));
  return {
    problems: each.flatMap((read) => (read.kind === 'read' ? read.problems : [])),
    unreadable: each.flatMap((read) => (read.kind === 'unreadable' ? [read.message] : [])),
  };
}
