import type { JudgedWaiver } from '../waiver';

/** What was approved, by whom, until when: as an auditor asks for it. */
export interface ApprovalsReview {
  /** Day of the judgement in the time zone of the profile, as YYYY-MM-DD. */
  readonly today: string;
  /** Whether a register of waivers was given at all. */
  readonly hasRegister: boolean;
  readonly waivers: readonly ReviewWaiver[];
  /** Everything with a day, the earliest first. */
  readonly history: readonly HistoryEntry[];
  /** Why something of the past is missing, a sentence each. */
  readonly gaps: readonly string[];
}

export interface ReviewWaiver extends JudgedWaiver {
  /** 0 on its last day, negative when it has expired; undefined when its last day cannot be read. */
  readonly daysLeft?: number;
}

/** What happens on a day of the history. */
export const HISTORY_KINDS = [
  'waiver approved',
  'waiver entered',
  'waiver changed',
  'waiver taken out',
  'waiver to be reviewed',
  'waiver ends',
  'transfer begins',
  'transfer to be reviewed',
  'transfer ends',
  'contract filed',
  'contract takes effect',
  'flow ends',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface HistoryEntry {
  /** As YYYY-MM-DD. */
  readonly day: string;
  readonly kind: HistoryKind;
  /** Id of the waiver, transfer or flow. */
  readonly id: string;
  /** What it is about, in the words of the register. */
  readonly text: string;
  /** Who approved it. */
  readonly approver?: string;
  /** Ticket, filing or commit. */
  readonly reference?: string;
  /** Whether the day is over. */
  readonly isPast: boolean;
}
