import type { ClaimChange, Finding, Gain, SecurityChange } from '../../model';
import { called, listed, placed, shortly } from './phrases';
import type { Entry, Section } from './section';

/** Rules whose findings other sections tell. */
const ELSEWHERE = new Set(['flow-opened', 'policy-broadened', 'guardrail-loosened']);

/** What loses or gains protection, a record, encryption, retention, rotation. */
export function protectionSection({ weakened, strengthened, claims }: SecurityChange): Section {
  return {
    title: 'Protection',
    question: 'What lost or gained protection or a record',
    entries: [
      ...weakened.filter(({ rule }) => !ELSEWHERE.has(rule)).map(lossEntry),
      ...claims.map(claimEntry),
      ...strengthened.filter(({ rule }) => !ELSEWHERE.has(rule)).map(gainEntry),
    ],
  };
}

function lossEntry(finding: Finding): Entry {
  const { status, rule, property, evidence = {} } = finding;
  const { observed, expected, because } = evidence;
  return {
    word: 'weaker',
    weight: status === 'fail' ? 'worse' : 'doubt',
    sentence:
      observed === 'removed'
        ? `${called(finding)} is removed (${rule})`
        : `${called(finding)}: ${changeText(property, observed, expected)} (${rule})`,
    details: because === undefined ? [] : [because],
    place: placed(finding),
  };
}

function claimEntry({ template, claim, before, after }: ClaimChange): Entry {
  const sentence =
    before === undefined || after === undefined
      ? `the template ${before === undefined ? 'claims' : 'no longer claims'} the ${claim}: ${shortly(after ?? before)}`
      : `the template claims another ${claim}: ${differences(before, after)}`;
  return { word: 'claim', weight: 'doubt', sentence, details: [], place: template };
}

/** Of two records what differs, entry by entry. */
function differences(before: unknown, after: unknown): string {
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (was.size === 0 || is.size === 0) return `${shortly(after)}, was ${shortly(before)}`;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)))
    .map((key) => changeText(key, is.get(key), was.get(key)))
    .join('; ');
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function gainEntry(gain: Gain): Entry {
  const { property, evidence } = gain;
  const { observed, expected } = evidence;
  return {
    word: 'stronger',
    weight: 'better',
    sentence:
      expected === 'removed'
        ? `${called(gain)} is new`
        : `${called(gain)}: ${changeText(property, observed, expected)}`,
    details: [],
    place: placed(gain),
  };
}

/** What a value became; of a list, what it loses or gains. */
function changeText(property: string | undefined, observed: unknown, expected: unknown): string {
  const name = nameOf(property);
  if (Array.isArray(observed) && Array.isArray(expected)) {
    const [lost, gained] = [without(expected, observed), without(observed, expected)];
    const texts = [
      ...(lost.length > 0 ? [`loses ${listed(lost.map(named))}`] : []),
      ...(gained.length > 0 ? [`gains ${listed(gained.map(named))}`] : []),
    ];
    if (texts.length > 0) return `${name} ${texts.join(' and ')}`;
  }
  return `${name} is ${shortly(observed)}, was ${shortly(expected)}`;
}

function without(list: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map((item) => JSON.stringify(item)));
  return list.filter((item) => !known.has(JSON.stringify(item)));
}

/** An element of a list by its name, where it has one. */
function named(item: unknown): string {
  const name: unknown = typeof item === 'object' && item !== null && 'Name' in item ? item.Name : item;
  return shortly(name);
}

function nameOf(property = 'termination protection'): string {
  return property.replace(/^Properties\.?/, '');
}
