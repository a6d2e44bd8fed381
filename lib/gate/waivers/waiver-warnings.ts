import type { Waiver, Warning } from '../../model';
import type { HeldWaiver } from './held-waiver';
import { narrowerScope } from './narrower';
import type { WaiverTerms } from './problems';
import { daysLeft, excessOf } from './term';

/** What a run knew of places, beside the templates. */
export interface Surroundings {
  /** Whether the landing zone's config was given: it knows organisation, units and names of accounts. */
  readonly hasRegisters: boolean;
}

/** What is to be said of a waiver, in a run that is over. */
export function warningsOf(held: HeldWaiver, terms: WaiverTerms, surroundings: Surroundings): readonly Warning[] {
  const { waiver, places, state } = held;
  const warnings = [
    ...(state === 'live' ? [] : [termWarning(held, terms)]),
    ...reviewWarnings(waiver, terms),
    ...tooLongWarnings(held, terms),
    ...(places.length === 0 ? [unused(waiver, surroundings)] : broadWarnings(held)),
  ];
  return warnings.map(([kind, message]) => ({ kind, message, subject: waiver.id }));
}

type Said = readonly [kind: string, message: string];

function termWarning({ waiver, findings, state }: HeldWaiver, { today }: WaiverTerms): Said {
  const left = daysLeft(waiver, today);
  if (state === 'expiring') {
    const when = left === 0 ? 'today' : `in ${count(left ?? 0, 'day')}`;
    return [
      'waiver-expiring',
      `The waiver expires ${when}, on ${waiver.expires}. Mend what it waives, or have it approved again.`,
    ];
  }
  const since =
    left === undefined
      ? `Its last day, "${waiver.expires}", cannot be read, so that the waiver counts as expired`
      : `The waiver expired on ${waiver.expires}`;
  const stand =
    findings === 0
      ? 'nothing that it waived is found any more'
      : `${count(findings, 'finding')} that it waived must be mended, or approved again`;
  return ['waiver-expired', `${since}: ${stand}.`];
}

function reviewWarnings({ reviewDate }: Waiver, { today }: WaiverTerms): readonly Said[] {
  if (reviewDate === undefined || today < reviewDate) return [];
  return [['waiver-review-due', `The waiver was to be reviewed on ${reviewDate}. Review it, and set the next day.`]];
}

function tooLongWarnings({ waiver, tooLongFor }: HeldWaiver, { waiverDays }: WaiverTerms): readonly Said[] {
  return [...tooLongFor].toSorted().flatMap((severity): Said[] => {
    const excess = excessOf(waiver, severity, waiverDays);
    if (!excess) return [];
    const { planned, allowed } = excess;
    return [
      [
        'waiver-too-long',
        `The waiver is to last ${planned} days; for findings of severity ${severity}, which it does not waive therefore, ${allowed} are allowed.`,
      ],
    ];
  });
}

function unused({ scope }: Waiver, { hasRegisters }: Surroundings): Said {
  const needsConfig = !hasRegisters && (scope.organization !== undefined || scope.unit !== undefined);
  const hint = needsConfig ? ' Its scope names an organisation or a unit, which are known with --config only.' : '';
  return ['waiver-unused', `The waiver matches no finding. Remove it, or correct its scope.${hint}`];
}

function broadWarnings({ waiver, places }: HeldWaiver): readonly Said[] {
  const proposal = narrowerScope(waiver.scope, places);
  if (!proposal) return [];
  const message = `The scope is broader than the ${count(places.length, 'finding')} that it matches. Narrow it to ${JSON.stringify(proposal)}.`;
  return [['waiver-broad', message]];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
