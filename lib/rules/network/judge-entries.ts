import type { Trilean } from '../../model';
import type { Resource, Value } from '../../template';
import { companions, fail, NOT_APPLICABLE, pass, reasonOf, unknown, type Found } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { entriesOf, part, type Direction } from './traffic';

/** What a rule forbids of the entries of security groups. */
export interface ForbiddenEntry {
  readonly direction: Direction;
  readonly expected: string;
  /** Whether an entry of a resource is one that must not be. */
  readonly is: (entry: Value | undefined, resource: Resource, context: RuleContext) => Trilean;
  /**
   * Whether a group also answers for entries that stand alone, wherever in the unit they are: what it is attached to is
   * open all the same. The entry itself is judged in any case. By default it does not.
   */
  readonly onGroup?: true;
}

/** A rule's predicate: no entry may be of the forbidden kind; a group without entries passes. */
export function forbidEntries(forbidden: ForbiddenEntry): Rule['evaluate'] {
  const { direction, expected, is } = forbidden;
  return (resource, context) => {
    const entries = entriesOf(resource, direction);
    const isGroup = resource.type === 'AWS::EC2::SecurityGroup';
    if (entries.length === 0 && !isGroup) return NOT_APPLICABLE;
    const judged = entries.map((entry) => ({ entry, bad: is(entry.value, resource, context) }));
    const failed = judged.filter(({ bad }) => bad === true).map(({ entry }) => entry);
    const alone = failed.length === 0 && isGroup ? openedFromOutside(resource, context, forbidden) : [];
    if (failed.length + alone.length > 0)
      return [...failed, ...alone].map((entry): RuleResult => fail(entry, expected));
    const open = judged.find(({ bad }) => bad === 'unknown')?.entry;
    if (open) return notKnown(open, expected);
    return pass(entries[0] ?? { path: `SecurityGroup${direction}`, value: undefined }, expected);
  };
}

/** What decides of an entry; a description that is not known in full does not. */
const DECISIVE = [
  'CidrIp',
  'CidrIpv6',
  'SourcePrefixListId',
  'DestinationPrefixListId',
  'IpProtocol',
  'FromPort',
  'ToPort',
];

function notKnown(entry: Found, expected: string): RuleResult {
  const reasons = DECISIVE.map((name) => reasonOf(part(entry.value, name))).filter((why) => why !== undefined);
  const because = [...new Set(reasons)].join('; ');
  return { ...unknown(entry, expected), ...(because === '' ? {} : { because }) };
}

/** The first entry that stands alone, surely belongs to the group, and is of the forbidden kind. */
function openedFromOutside(
  group: Resource,
  context: RuleContext,
  { direction, is, onGroup }: ForbiddenEntry,
): readonly Found[] {
  if (onGroup === undefined) return [];
  const type = `AWS::EC2::SecurityGroup${direction}`;
  const entry = companions(context.graph, group, { type, path: 'GroupId' })
    .filter(({ certainty }) => certainty === true)
    .find(({ resource }) => is(resource.properties, resource, context) === true);
  return entry ? [{ path: `SecurityGroup${direction}`, value: entry.resource.properties }] : [];
}
