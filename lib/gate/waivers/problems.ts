import { isoDate, type Waiver } from '../../model';
import type { ProblemDraft } from '../../config';
import type { Profile } from '../../profiles';
import { severityOf, subjectProblems } from './subject';
import { daysBetween, excessOf } from './term';

/** By what waivers are judged. */
export interface WaiverTerms {
  readonly waiverDays: Profile['waiverDays'];
  /** Day of the judgement in the time zone of the profile, as YYYY-MM-DD. */
  readonly today: string;
}

/** What is wrong with the meaning of one waiver; paths begin at the waiver. */
export function waiverProblems(waiver: Waiver, terms: WaiverTerms): readonly ProblemDraft[] {
  return [
    ...subjectProblems(waiver).map(({ key, ...problem }) => ({ path: [key], ...problem })),
    ...approverProblems(waiver),
    ...dayProblems(waiver, terms),
  ];
}

function approverProblems({ approver, riskOwner }: Waiver): readonly ProblemDraft[] {
  if (folded(approver) !== folded(riskOwner)) return [];
  return [
    {
      path: ['approver'],
      message: `${approver} bears the risk and approves it: nobody approves their own exception`,
      expected: 'somebody other than the risk owner',
      remedy: 'have it approved by somebody else, and name them',
    },
  ];
}

/** Names that differ in case, in white space or in the form of their letters name the same person. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function dayProblems(waiver: Waiver, { waiverDays, today }: WaiverTerms): readonly ProblemDraft[] {
  const { issued, expires } = waiver;
  if (issued > today) {
    return [
      {
        path: ['issued'],
        message: `the approval is of ${issued}, which is to come: today is ${today}`,
        expected: `${today} or an earlier day`,
        remedy: 'enter the waiver when it has been approved, with the day of the approval',
      },
    ];
  }
  if (!isoDate.safeParse(expires).success) return [];
  if (daysBetween(issued, expires) < 0) {
    return [
      {
        path: ['expires'],
        message: `it expires on ${expires}, before it was approved on ${issued}`,
        expected: `a day on or after ${issued}`,
        remedy: 'correct one of the two days',
      },
    ];
  }
  return lifetimeProblems(waiver, waiverDays);
}

function lifetimeProblems(waiver: Waiver, days: Profile['waiverDays']): readonly ProblemDraft[] {
  const severity = severityOf(waiver);
  const excess = severity === undefined ? undefined : excessOf(waiver, severity, days);
  if (!excess || severity === undefined) return [];
  const what = waiver.rule ?? waiver.control ?? '';
  return [
    {
      path: ['expires'],
      message: `it is to last ${excess.planned} days, and what it waives (${what}) is of severity ${severity}`,
      expected: `at most ${excess.allowed} days after ${waiver.issued}`,
      remedy: 'choose an earlier day, and have the waiver approved again when it is over',
    },
  ];
}

/** Waivers whose id an earlier one has, as pairs of positions. */
export function duplicatesAmong(
  ids: readonly (string | undefined)[],
): readonly (readonly [again: number, first: number])[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    return id !== undefined && first < index ? [[index, first] as const] : [];
  });
}
