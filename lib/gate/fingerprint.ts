import * as crypto from 'node:crypto';
import type { Finding } from '../model';
import { sortedByTexts } from './sorted-by-texts';

/** What a finding is about, in terms that survive renamed files, moved lines and changed construct hashes. */
export interface Identity {
  readonly rule: string;
  readonly resourceType: string;
  /** Construct path where there is one, else logical id, or what a claim names. */
  readonly place: string;
  readonly property?: string;
}

/** A finding that has no id yet. */
export interface Draft {
  /** Equal for findings that cannot be told apart by what they are about. */
  readonly key: string;
  readonly finding: Omit<Finding, 'id'>;
}

export function fingerprint({ rule, resourceType, place, property = '' }: Identity): string {
  const text = [rule, resourceType, withoutHashes(place), property].join('\n');
  return digestOf(text).slice(0, 16);
}

/** A construct path or logical id without the hashes in it. */
export function withoutHashes(place: string): string {
  return place.includes('/') ? place.split('/').map(withoutHash).join('/') : withoutHash(place);
}

/** `crypto.hash` takes a third of the time; Node.js has it from 20.12 on. */
const digestOf: (text: string) => string =
  'hash' in crypto
    ? (text) => crypto.hash('sha256', text, 'hex')
    : (text) => crypto.createHash('sha256').update(text).digest('hex');

/** The hashes that CDK appends: 8 upper-case digits to logical ids, then 32 lower-case ones to versions of a function. */
function withoutHash(name: string): string {
  if (!/[0-9A-F]{8}$|[0-9a-f]{32}$/.test(name)) return name;
  const bare = name.replace(/[0-9a-f]{32}$/, '').replace(/[0-9A-F]{8}$/, '');
  return bare === '' ? name : bare;
}

/**
 * Gives each draft its id: its key, with an ordinal where several share it. Findings that pass come last, so that
 * listing them changes no other id.
 */
export function identify(drafts: readonly Draft[]): Finding[] {
  const alike = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const before = alike.get(draft.key);
    if (before) before.push(draft);
    else alike.set(draft.key, [draft]);
  }
  return [...alike].flatMap(([key, same]) =>
    (same.length === 1 ? same : sortedByTexts(same, ...ORDER)).map(({ finding }, index) => ({
      id: index === 0 ? key : `${key}-${index + 1}`,
      ...finding,
    })),
  );
}

const ORDER: readonly ((draft: Draft) => string)[] = [
  ({ finding }) => (finding.status === 'pass' ? '1' : '0'),
  ({ finding }) => finding.template,
  ({ finding }) => finding.logicalId,
  ({ finding }) => finding.property ?? '',
];
