import type { Finding, SecurityChange, TrafficChange } from '../../model';
import { called, listed, placed, shortly } from './phrases';
import type { Entry, Section } from './section';

/** Which traffic between zones opens or closes, by which rules. */
export function reachabilitySection({ reachability, weakened }: SecurityChange): Section {
  const { opened, closed, newZones, goneZones } = reachability;
  const rules = weakened.filter(({ rule }) => rule === 'flow-opened');
  return {
    title: 'Reachability',
    question: 'Who reaches whom',
    entries: [
      ...opened.map(openedEntry),
      ...closed.map(closedEntry),
      ...newZones.map((name) => zoneEntry('new', `${name} is a new zone`)),
      ...goneZones.map((name) => zoneEntry('gone', `${name} is no more`)),
      ...rules.map(ruleEntry),
    ],
  };
}

function zoneEntry(word: string, sentence: string): Entry {
  return { word, weight: 'neutral', sentence, details: [], place: '' };
}

function openedEntry(change: TrafficChange): Entry {
  const { from, to, before, after, witness, unresolved } = change;
  const verb = after === 'unknown' ? 'may now reach' : before === 'unknown' ? 'now surely reaches' : 'now reaches';
  const way = wayOf(witness);
  return {
    word: 'opened',
    weight: after === 'unknown' ? 'doubt' : 'worse',
    sentence: `${from} ${verb} ${to}: ${trafficText(change)}`,
    details: [
      ...(way.length > 0 ? [`the way: ${way.join(' > ')}`] : []),
      ...(unresolved.length > 0 ? [`not known: ${listed(unresolved, 3)}`] : []),
    ],
    place: placeOfWay(witness),
  };
}

/** What stands on the way, each thing once; that answers come back goes without saying. */
function wayOf(witness: TrafficChange['witness']): readonly string[] {
  const names = witness.map(({ hop }) => hop).filter((name) => name !== 'answers');
  return names.filter((name, index) => name !== names[index - 1]);
}

/** The last template on the way that says something of it. */
function placeOfWay(witness: TrafficChange['witness']): string {
  return witness.findLast(({ template }) => template !== '')?.template ?? '';
}

function closedEntry(change: TrafficChange): Entry {
  const { from, to, after, blockedBy } = change;
  const verb = after === 'unknown' ? 'now perhaps no longer reaches' : 'no longer reaches';
  return {
    word: 'closed',
    weight: 'better',
    sentence: `${from} ${verb} ${to}: ${trafficText(change)}`,
    details: blockedBy.slice(0, 2).map(({ hop, why }) => `${hop}: ${why}`),
    place: '',
  };
}

function trafficText({ traffic, addresses, things }: TrafficChange): string {
  const kinds = traffic.map(({ protocol, ports }) => `${protocol} ${ports}`.trim()).join('; ');
  const at = addresses.length > 0 ? ` (addresses ${listed(addresses)})` : '';
  return `${kinds}${at}${things.length > 0 ? ` (${listed(things)})` : ''}`;
}

function ruleEntry(finding: Finding): Entry {
  const { status, property = '', evidence = {} } = finding;
  const { observed, expected, because } = evidence;
  const isPassage = expected === 'no more than the baseline opens';
  const name = property.replace(/^Properties\.?/, '');
  const what = isPassage
    ? `lets through ${shortly(observed)}`
    : `${name} is ${shortly(observed)}, was ${shortly(expected)}`;
  return {
    word: 'rule',
    weight: status === 'fail' ? 'worse' : 'doubt',
    sentence: `${called(finding)}: ${what}`,
    details: because === undefined ? [] : [because],
    place: placed(finding),
  };
}
