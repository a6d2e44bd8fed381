import { cidrContains, parseCidr } from '../../model';
import { FLOW_OPENED } from '../claims';
import type { Passage } from './passages';
import type { Weakening } from './weakening';

/** Protocols by the numbers that stand for them. */
const NUMBERS: Readonly<Record<string, string>> = { '-1': 'all', '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

/**
 * Ways that are open now and were not, of what was there before: a rule of a known security group or ACL, or a route of a
 * known table, that no rule of it covered.
 * @param known owners that the baseline has
 */
export function openedPassages(
  before: readonly Passage[],
  after: readonly Passage[],
  known: (owner: string) => boolean,
): readonly Weakening[] {
  return after
    .filter(({ owner }) => known(owner))
    .filter((passage) => !before.some((other) => other.owner === passage.owner && coversPassage(other, passage)))
    .map((passage) => ({
      rule: FLOW_OPENED,
      status: 'fail',
      template: passage.resource.template,
      resource: passage.resource,
      place: `${passage.owner} ${told(passage)}`,
      property: passage.property,
      observed: told(passage),
      expected: 'no more than the baseline opens',
    }));
}

function coversPassage(wide: Passage, narrow: Passage): boolean {
  const protocol = nameOf(wide.protocol);
  if (protocol !== 'all' && protocol !== nameOf(narrow.protocol)) return false;
  return portsCover(wide.ports, narrow.ports) && peerCovers(wide.peer, narrow.peer);
}

function nameOf(protocol: string): string {
  return NUMBERS[protocol] ?? protocol;
}

function portsCover(wide: Passage['ports'], narrow: Passage['ports']): boolean {
  if (wide === undefined) return true;
  return narrow !== undefined && wide[0] <= narrow[0] && narrow[1] <= wide[1];
}

function peerCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const [outer, inner] = [parseCidr(wide), parseCidr(narrow)];
  return outer !== undefined && inner !== undefined && cidrContains(outer, inner);
}

function told({ protocol, ports, peer }: Passage): string {
  const range = ports === undefined ? '' : ports[0] === ports[1] ? ` ${ports[0]}` : ` ${ports[0]}-${ports[1]}`;
  return `${nameOf(protocol)}${range} ${peer}`;
}
