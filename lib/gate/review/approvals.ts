import {
  dayAt,
  isoDate,
  type ApprovalsReview,
  type GateResult,
  type HistoryEntry,
  type HistoryKind,
} from '../../model';
import type { JudgedWaiver, Transfer } from '../../model';
import type { Registers } from '../../config';
import { sortedByTexts } from '../sorted-by-texts';
import { daysLeft, type RegisterHistory } from '../waivers';
import type { ReviewBasis } from './basis';

/** What the registers hold of approvals, in the order of their days. */
export function approvalsReview(
  { waivers }: GateResult,
  { profile, registers, history, now }: ReviewBasis,
): ApprovalsReview {
  const today = dayAt(now, profile.timeZone);
  const entries = [
    ...(waivers ?? []).flatMap(ofWaiver),
    ...(registers?.transfers ?? []).flatMap(ofTransfer),
    ...(registers ? ofFlows(registers) : []),
    ...(history?.changes ?? []).map((change) => ofChange(change, dayAt(change.at ?? now, profile.timeZone))),
  ].filter(({ day }) => isoDate.safeParse(day).success);
  return {
    today,
    hasRegister: waivers !== undefined,
    waivers: (waivers ?? []).map((waiver) => {
      const left = daysLeft(waiver, today);
      return { ...waiver, ...(left === undefined ? {} : { daysLeft: left }) };
    }),
    history: sortedByTexts(
      entries.map((entry) => ({ ...entry, isPast: entry.day < today })),
      ({ day }) => day,
      ({ kind }) => kind,
      ({ id }) => id,
    ),
    gaps: history?.gaps ?? [],
  };
}

type Entry = Omit<HistoryEntry, 'isPast'>;

function ofChange({ kind, waiver, keys, reference }: RegisterHistory['changes'][number], day: string): Entry {
  const { id, reason, approver } = waiver;
  const text = keys.length === 0 ? reason : `${keys.join(', ')}: ${reason}`;
  return { day, kind: `waiver ${kind}`, id, text, reference, ...(kind === 'taken out' ? {} : { approver }) };
}

function ofWaiver({ id, reason: text, approver, ticket, issued, reviewDate, expires }: JudgedWaiver): readonly Entry[] {
  return [
    { day: issued, kind: 'waiver approved', id, text, approver, reference: ticket },
    ...onDay(reviewDate, { kind: 'waiver to be reviewed', id, text }),
    { day: expires, kind: 'waiver ends', id, text },
  ];
}

function ofTransfer({ id, approver, standardContract, start, review, expires, ...moved }: Transfer): readonly Entry[] {
  const text = `${moved.data}, from ${moved.from} to ${moved.to}`;
  return [
    { day: start, kind: 'transfer begins', id, text, approver, reference: moved.legalBasis },
    ...onDay(review, { kind: 'transfer to be reviewed', id, text }),
    { day: expires, kind: 'transfer ends', id, text },
    ...onDay(standardContract?.filed, { kind: 'contract filed', id, text, reference: standardContract?.filing }),
    ...onDay(standardContract?.effective, {
      kind: 'contract takes effect',
      id,
      text,
      reference: standardContract?.filing,
    }),
  ];
}

function ofFlows({ flows, accounts }: Registers): readonly Entry[] {
  return [...flows, ...accounts.flatMap((account) => account.flows)].flatMap(({ id, reason, ticket, expires }) =>
    onDay(expires, { kind: 'flow ends', id, text: reason, reference: ticket }),
  );
}

interface Happening {
  readonly kind: HistoryKind;
  readonly id: string;
  readonly text: string;
  readonly reference?: string | undefined;
}

/** Nothing where there is no day. */
function onDay(day: string | undefined, { reference, ...happening }: Happening): readonly Entry[] {
  return day === undefined ? [] : [{ day, ...happening, ...(reference === undefined ? {} : { reference }) }];
}
