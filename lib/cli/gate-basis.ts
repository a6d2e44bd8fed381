import {
  belowFloor,
  waiverDaysUnder,
  type AskedOptions,
  type FailOn,
  type Floor,
  type GateOptions,
  type InlineMode,
} from '../gate';
import { dayAt } from '../model';
import { authorityOf, type AuthorityFlags } from './authority';
import { CannotError } from './exit';
import type { Session } from './io';
import { loadPolicies } from './load-policy';
import { loadWaivers } from './load-waivers';
import { registerFiles } from './register-files';
import { timeOf } from './time-of';

/** Flags that say by what the gate judges. */
export interface BasisFlags extends AuthorityFlags {
  /** Policy of the gate. */
  readonly policy?: string;
  /** Registers of waivers. */
  readonly waivers?: readonly string[];
  readonly failOn: FailOn;
  readonly maxUnknown: number;
  readonly inline: InlineMode;
  readonly pack?: readonly string[];
  readonly now?: Date;
}

type Basis = Pick<
  GateOptions,
  'profile' | 'registers' | 'blocksFrom' | 'waivers' | 'now' | 'failOn' | 'maxUnknown' | 'inline'
> & {
  /** Engines that judge as well: those asked for, and those of the policies. */
  readonly packs: readonly string[];
  /** Registers of waivers that were read. */
  readonly waiverFiles: readonly string[];
  /** All that was read, whoever names it: config, profile, policies, registers, packs; those that are no files, too. */
  readonly read: readonly string[];
};

/**
 * By what the gate judges: profile, registers, waivers, time, and options that no policy forbids. What no option says, a
 * policy may say; undefined when config, policy or register is wrong, which has been said.
 * @throws CannotError when one of them cannot be read, they contradict each other, or an option is below a policy.
 */
export function basisOf(flags: BasisFlags, session: Session): Basis | undefined {
  const policies = loadPolicies(flags.policy, session);
  const authority = policies && authorityOf(withProfile(flags, policies), session);
  if (!authority) return undefined;
  const { waiverFiles: configFiles, floor, ...by } = authority;
  const floors = [...policies, ...(floor ? [floor] : [])];
  const { failOn, maxUnknown, inline, pack = [] } = flags;
  const packs = [...new Set([...pack, ...floors.flatMap(({ policy }) => policy.packs)])];
  const now = timeOf(flags.now, session);
  refuseBelow(
    { ...by, failOn, maxUnknown, inline, now, began: session.began, packs, blocksFrom: by.blocksFrom ?? {} },
    floors,
  );
  const profile = { ...by.profile, waiverDays: waiverDaysUnder(by.profile, floors) };
  const named = { asked: flags.waivers ?? [], config: configFiles, configFloor: floor, policies };
  const files = registerFiles(named);
  const given = [flags.config, flags.profile].filter((file) => file !== undefined);
  const read = [...given, ...policies.map(({ source }) => source), ...files, ...packs];
  const basis = { ...by, profile, failOn, maxUnknown, inline, packs, waiverFiles: [], read, now };
  if (files.length === 0) return basis;
  const terms = { waiverDays: profile.waiverDays, today: dayAt(now, profile.timeZone) };
  const waivers = loadWaivers(files, terms, session.stderr);
  return waivers && { ...basis, waiverFiles: files, waivers };
}

/** What no option says: the profile of a policy, where the config does not say it. */
function withProfile(flags: BasisFlags, policies: readonly Floor[]): AuthorityFlags {
  const profile = policies.find(({ policy }) => policy.profile !== undefined)?.policy.profile;
  const { config, profile: asked } = flags;
  if (config !== undefined) return flags;
  return asked === undefined && profile !== undefined ? { profile } : flags;
}

function refuseBelow(asked: AskedOptions, floors: readonly Floor[]): void {
  const [first, ...others] = belowFloor(asked, floors).map(({ message }) => message);
  if (first === undefined) return;
  throw new CannotError(
    `${[first, ...others].join('; ')}: leave out what is below the policy, or have the policy changed`,
  );
}
