import { dayAt, waiverSchema, type JudgedWaiver, type RunError, type Waiver, type Warning } from '../../model';
import { isOpen } from '../draft';
import type { Draft } from '../fingerprint';
import type { Requirement } from '../inline';
import type { GateOptions } from '../options';
import { waiverDaysUnder } from '../policy';
import { sortedByTexts } from '../sorted-by-texts';
import { HeldWaiver } from './held-waiver';
import type { Place } from './place';
import { duplicatesAmong, waiverProblems, type WaiverTerms } from './problems';
import { warningsOf } from './waiver-warnings';

type Options = Pick<GateOptions, 'waivers' | 'profile' | 'registers' | 'floors'> & { readonly now: Date };

/** The register of waivers during a run of the gate. */
export class Waivers {
  /** What is wrong with the register; a waiver that is wrong waives nothing. */
  readonly errors: readonly RunError[];
  private readonly held: readonly HeldWaiver[];
  private readonly terms: WaiverTerms;

  constructor(private readonly options: Options) {
    const { waivers = [], profile, floors = [], now } = options;
    // Calendars take long to load: most runs have no waivers, and need no day.
    const today = waivers.length === 0 ? '' : dayAt(now, profile.timeZone);
    this.terms = { waiverDays: waiverDaysUnder(profile, floors), today };
    const examined = waivers.map((waiver) => problemsOf(waiver, this.terms));
    const again = duplicatesAmong(waivers.map(({ id }) => id)).map(([index]) => index);
    this.errors = [
      ...examined.flatMap((problems, index) => problems.map((message) => errorAt(index, message))),
      ...again.map((index) => errorAt(index, `an earlier waiver is called ${waivers[index]?.id} too`)),
    ];
    const sound = waivers.filter((_, index) => examined[index]?.length === 0 && !again.includes(index));
    this.held = sortedByTexts(sound, ({ id }) => id).map((waiver) => new HeldWaiver(waiver, this.terms));
  }

  /** Marks the findings of a unit that are waived. Errors of reading and evaluating are never waived. */
  apply(drafts: readonly Draft[], placeOf: (finding: Draft['finding']) => Place): readonly Draft[] {
    if (this.held.length === 0) return drafts;
    return drafts.map((draft) => {
      const { finding } = draft;
      if (!isOpen(finding)) return draft;
      const waiver = this.waiverOf(finding, placeOf(finding));
      return waiver ? { ...draft, finding: { ...finding, status: 'waived', waiver: waiver.id } } : draft;
    });
  }

  /** Whether a waiver in force says what a suppression inside a template asks for. */
  hold(requirements: readonly Requirement[], place: Place): boolean {
    const excusing = this.held.filter((held) => held.excuses(requirements, place));
    for (const held of excusing) held.use(place);
    return excusing.length > 0;
  }

  private waiverOf(finding: Draft['finding'], place: Place): Waiver | undefined {
    const covering = this.held.filter((held) => held.covers(finding, place));
    for (const held of covering) held.match(place, finding.severity);
    const inForce = covering.find((held) => held.holdsFor(finding.severity));
    const counted = inForce ?? covering.find(({ state }) => state === 'expired');
    if (counted) counted.findings += 1;
    return inForce?.waiver;
  }

  /** What is to be said of the register when all units have been judged. */
  warnings(): readonly Warning[] {
    const surroundings = { hasRegisters: this.options.registers !== undefined };
    return this.held.flatMap((held) => warningsOf(held, this.terms, surroundings));
  }

  /** The register as it was judged; undefined when none was given. */
  judged(): readonly JudgedWaiver[] | undefined {
    return this.options.waivers && this.held.map((held) => held.judged());
  }
}

function problemsOf(waiver: Waiver, terms: WaiverTerms): readonly string[] {
  const issues = waiverSchema.safeParse(waiver).error?.issues ?? [];
  if (issues.length > 0) return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return waiverProblems(waiver, terms).map(
    ({ path, message, expected, remedy }) => `${path.join('.')}: ${message}; expected ${expected}: ${remedy}`,
  );
}

function errorAt(index: number, message: string): RunError {
  return { kind: 'waiver', path: `waivers[${index}]`, message };
}
