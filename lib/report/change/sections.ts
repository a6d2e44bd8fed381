import type { CostChange, Finding, LeavingChange, ReplacementChange, SecurityChange } from '../../model';
import { groupsOf, type Group } from '../text/group';
import { permissionsSection } from './permissions-section';
import { called, listed, placed } from './phrases';
import { protectionSection } from './protection-section';
import { reachabilitySection } from './reachability-section';
import type { Entry, Section } from './section';

/** A change as answers to the questions of a reviewer, in their order; those without an answer are left out. */
export function sectionsOf(change: SecurityChange): readonly Section[] {
  return [
    reachabilitySection(change),
    residencySection(change),
    permissionsSection(change),
    protectionSection(change),
    replacementSection(change),
    findingsSection(change),
    costSection(change),
  ].filter(({ entries }) => entries.length > 0);
}

function residencySection({ residency }: SecurityChange): Section {
  return {
    title: 'Residency',
    question: 'What leaves the jurisdiction',
    entries: [...residency.opened.map(leavingEntry), ...residency.closed.map(stayingEntry)],
  };
}

const COVER = { fail: 'no transfer covers it', unknown: 'whether it leaves is not known', pass: '' } as const;

function leavingEntry(way: LeavingChange): Entry {
  const { kind, destination, status, transfer, before, message } = way;
  const cover = status === 'pass' ? `transfer ${transfer} covers it` : COVER[status];
  const verb = status === 'unknown' ? 'may now leave' : before === undefined ? 'can now leave' : 'leaves as before';
  return {
    word: before === undefined ? 'opened' : 'uncovered',
    weight: status === 'fail' ? 'worse' : status === 'unknown' ? 'doubt' : 'neutral',
    sentence: `${kind} ${verb} ${toText(destination)} by ${called(way)}: ${cover}`,
    details: [message],
    place: placed(way),
  };
}

function stayingEntry(way: LeavingChange): Entry {
  const { kind, destination, before, transfer } = way;
  const sentence =
    before === undefined
      ? `${kind} can no longer leave ${toText(destination)} by ${called(way)}`
      : `${kind} leaves ${toText(destination)} by ${called(way)} as before; transfer ${transfer} covers it now`;
  return {
    word: before === undefined ? 'closed' : 'covered',
    weight: 'better',
    sentence,
    details: [],
    place: placed(way),
  };
}

function toText(destination: string): string {
  return destination === 'unknown' ? 'to a place that is not known' : `to ${destination}`;
}

const FATES = {
  replaced: ['will be replaced', 'worse'],
  'perhaps replaced': ['may be replaced', 'doubt'],
  interrupted: ['will be interrupted', 'doubt'],
  removed: ['will be removed', 'worse'],
  orphaned: ['leaves its stack', 'neutral'],
} as const;

function replacementSection({ replacement }: SecurityChange): Section {
  const entries = replacement.map((change: ReplacementChange): Entry => {
    const { fate, because } = change;
    const [verb, weight] = FATES[fate];
    return {
      word: fate === 'perhaps replaced' ? 'perhaps' : fate,
      weight,
      sentence: `${called(change)} ${verb}: ${listed(because)}`,
      details: [],
      place: placed(change),
    };
  });
  return { title: 'Replacement', question: 'What is replaced, interrupted or removed', entries };
}

function findingsSection(change: SecurityChange): Section {
  return {
    title: 'Findings',
    question: 'Which rules fire or no longer fire',
    entries: [...groupsOf(change.new).map(newEntry), ...groupsOf(change.fixed).map(fixedEntry)],
  };
}

function newEntry({ findings }: Group): Entry {
  const [finding] = findings;
  const { rule, severity, status, message, evidence = {} } = finding;
  const [word, weight] = (
    {
      fail: ['new', 'worse'],
      unknown: ['unknown', 'doubt'],
      waived: ['waived', 'neutral'],
      pass: ['pass', 'better'],
    } as const
  )[status];
  return {
    word,
    weight,
    sentence: `${severity} ${rule}: ${plainMessage(message)}`,
    details: [...placesOf(findings), ...(evidence.because === undefined ? [] : [evidence.because])],
    place: '',
  };
}

function plainMessage(message: string): string {
  return message.replace(/\.$/, '');
}

/** Places of a rule that are told; the others are counted. */
const PLACES = 4;

function placesOf(findings: readonly Finding[]): readonly string[] {
  const more = findings.length - PLACES;
  const told = findings.slice(0, PLACES).map((finding) => `${called(finding)}, ${placed(finding)}`);
  return more > 0 ? [...told, `… and ${more} more`] : told;
}

function fixedEntry({ findings }: Group): Entry {
  const [{ rule, severity }] = findings;
  return {
    word: 'fixed',
    weight: 'better',
    sentence: `${severity} ${rule}: ${listed(findings.map(called))}`,
    details: [],
    place: '',
  };
}

function costSection({ cost }: SecurityChange): Section {
  const entries = cost.map(({ kind, before, after }: CostChange): Entry => {
    const number = Math.abs(after - before);
    const word = after > before ? 'more' : 'fewer';
    return {
      word,
      weight: 'neutral',
      sentence: `${kind}: ${number} ${word} (${after}, was ${before})`,
      details: [],
      place: '',
    };
  });
  return { title: 'Cost', question: 'What costs money as long as it is there', entries };
}
