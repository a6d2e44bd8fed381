import { atLeast, dayAt, type Severity } from '../../model';
import type { Profile } from '../../profiles';
import { currentIds, ruleById } from '../../rules';
import type { FailOn } from '../fail-on';
import type { InlineMode } from '../inline';
import type { Floor } from './floor';

/** What a run was asked for, as far as a policy can forbid it. */
export interface AskedOptions {
  readonly profile: Pick<Profile, 'id' | 'extends' | 'timeZone'>;
  readonly failOn: FailOn;
  readonly maxUnknown: number;
  readonly inline: InlineMode;
  /** Instant of the judgement. */
  readonly now: Date;
  /** When the run began, by the clock. */
  readonly began: Date;
  /** Ids of the engines that judge as well. */
  readonly packs: readonly string[];
  readonly blocksFrom: Readonly<Record<string, string>>;
}

/** An option that is below a floor. */
export interface BelowFloor {
  /** Where the policy stands. */
  readonly source: string;
  /** Names the option and the floor. */
  readonly message: string;
}

/**
 * The options that are below a floor, each in a sentence that names both. Nothing is raised in silence: who asks for less
 * than the policy allows is told so.
 */
export function belowFloor(asked: AskedOptions, floors: readonly Floor[]): readonly BelowFloor[] {
  return floors.flatMap(({ source, policy }) =>
    [...optionProblems(asked, policy), ...rolloutProblems(asked, policy)].map((problem) => ({
      source,
      message: `${problem} of the policy ${source}`,
    })),
  );
}

function optionProblems(asked: AskedOptions, policy: Floor['policy']): readonly string[] {
  const { profile, failOn, maxUnknown, inline, packs } = policy;
  const missing = packs.filter((pack) => !asked.packs.includes(pack));
  return [
    ...(profile === undefined || profile === asked.profile.id || profile === asked.profile.extends
      ? []
      : [`--profile ${asked.profile.id} is not the floor "profile: ${profile}"`]),
    ...(failOn === undefined || blocksAll(asked.failOn, failOn)
      ? []
      : [`--fail-on ${asked.failOn} is below the floor "failOn: ${failOn}"`]),
    ...(maxUnknown === undefined || asked.maxUnknown <= maxUnknown
      ? []
      : [`--max-unknown ${asked.maxUnknown} is below the floor "maxUnknown: ${maxUnknown}"`]),
    ...(inline === 'strict' && asked.inline !== 'strict'
      ? [`--inline ${asked.inline} is below the floor "inline: strict"`]
      : []),
    ...(policy.now === 'present' ? dayProblems(asked) : []),
    ...missing.map((pack) => `the engine ${pack} does not run, against the floor "packs: [${packs.join(', ')}]"`),
  ];
}

/**
 * A judgement of an earlier day would let waivers count again that have expired, and put off rules that block by now. Today is
 * the day on which the run began, however long it takes.
 */
function dayProblems({ now, began, profile }: AskedOptions): readonly string[] {
  const [asked, today] = [now, began].map((instant) => dayAt(instant, profile.timeZone));
  if (asked === today) return [];
  return [
    `the judgement is of ${asked} (--now, SOURCE_DATE_EPOCH) and today is ${today}, against the floor "now: present"`,
  ];
}

/** Whether all that one threshold blocks is blocked by the other too. */
function blocksAll(asked: AskedOptions['failOn'], floor: 'all' | Severity): boolean {
  // What is new only leaves what was there unblocked, whatever its severity.
  if (asked === 'new') return false;
  return asked === 'all' || (floor !== 'all' && atLeast(floor, asked));
}

/** Rules that are put off for longer than the policy does; one that it does not name, for longer than it says itself. */
function rolloutProblems({ blocksFrom }: AskedOptions, { blocksFrom: latest }: Floor['policy']): readonly string[] {
  if (latest === undefined) return [];
  const days = new Map(Object.entries(latest).flatMap(([id, day]) => currentIds(id).map((rule) => [rule, day])));
  return Object.entries(blocksFrom).flatMap(([id, day]) =>
    currentIds(id).flatMap((rule) => {
      const allowed = days.get(rule) ?? ruleById(rule)?.blocksFrom;
      if (allowed !== undefined && day <= allowed) return [];
      const floor = allowed === undefined ? 'from the start' : `from ${allowed}`;
      return [`blocksFrom puts ${rule} off until ${day}, and it must block ${floor} by the floor "blocksFrom"`];
    }),
  );
}
