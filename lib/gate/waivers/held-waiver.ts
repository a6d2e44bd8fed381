import type { JudgedWaiver, Severity, Waiver, WaiverState } from '../../model';
import type { Requirement } from '../inline';
import { inScope } from './in-scope';
import type { MatchedPlace } from './narrower';
import type { Place } from './place';
import type { WaiverTerms } from './problems';
import { concerns } from './subject';
import { excessOf, stateOf } from './term';

/** A waiver during a run, with what it matched so far. */
export class HeldWaiver {
  readonly state: WaiverState;
  /** Places that it matched. Without their tags, which would keep whole templates in memory. */
  readonly places: MatchedPlace[] = [];
  /** Findings that it waives; for an expired one, those that it would. */
  findings = 0;
  /** Severities of findings that it covers, for which it lasts too long. */
  readonly tooLongFor = new Set<Severity>();

  constructor(
    readonly waiver: Waiver,
    private readonly terms: WaiverTerms,
  ) {
    this.state = stateOf(waiver, terms.today);
  }

  /** Whether it is about a finding, in force or not. */
  covers(finding: Requirement, place: Place): boolean {
    return concerns(this.waiver, finding) && inScope(this.waiver.scope, place);
  }

  /** Whether it is in force for one of these requirements at a place, whatever the property. */
  excuses(requirements: readonly Requirement[], place: Place): boolean {
    const { property: _, ...scope } = this.waiver.scope;
    const isAbout = requirements.some((requirement) => concerns(this.waiver, requirement));
    return this.state !== 'expired' && isAbout && inScope(scope, place);
  }

  /** Whether it is in force for a finding of this severity. */
  holdsFor(severity: Severity): boolean {
    return this.state !== 'expired' && excessOf(this.waiver, severity, this.terms.waiverDays) === undefined;
  }

  /** Remembers that it matched something beside findings. */
  use({ accounts, stack, constructPath, logicalId, type }: Place): void {
    this.places.push({ accounts, stack, constructPath, logicalId, type });
  }

  /** Remembers that it matched a finding. */
  match(place: Place, severity: Severity): void {
    this.use(place);
    if (this.state !== 'expired' && !this.holdsFor(severity)) this.tooLongFor.add(severity);
  }

  judged(): JudgedWaiver {
    return { ...this.waiver, state: this.state, findings: this.findings };
  }
}
