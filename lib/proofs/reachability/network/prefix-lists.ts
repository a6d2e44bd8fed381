import { asText, isMap, Reference, Unknown, type Graph, type Resource, type Value } from '../../../template';
import { blockOf, type Block } from '../addresses';
import { NONE, uniteRanges, type Ranges } from '../packets';
import type { AddressBook } from './address-book';
import { exactly, type Bounded } from './bounded';
import { at, namedBy, plainKey } from './reading';

/** The addresses of a prefix list; none when the value is not set. */
export function prefixListAddresses(
  value: Value | undefined,
  resource: Resource,
  graph: Graph,
  book: AddressBook,
): Bounded<Ranges> {
  if (value === undefined || value === null) return exactly(NONE);
  const entries = prefixListEntries(value, graph);
  if (!entries) return { may: book.space.all, must: NONE, reasons: [strangeList(value, resource)] };
  const parts = entries.map((entry) =>
    entry.block ? book.block(entry.block) : book.addresses(entry.cidr, entry.home),
  );
  return {
    may: uniteRanges(...parts.map(({ may }) => may)),
    must: uniteRanges(...parts.map(({ must }) => must)),
    reasons: parts.flatMap(({ reasons }) => reasons),
  };
}

/** One entry of a prefix list. */
export interface PrefixListEntry {
  readonly cidr: Value | undefined;
  /** Undefined when the entry is not known. */
  readonly block: Block | undefined;
  readonly home: Resource;
}

/** The entries of a prefix list of these templates; undefined for one from elsewhere, such as those of AWS. */
export function prefixListEntries(value: Value | undefined, graph: Graph): readonly PrefixListEntry[] | undefined {
  const list = value instanceof Reference ? graph.follow(value) : undefined;
  if (list?.type !== 'AWS::EC2::PrefixList') return undefined;
  return at(list.properties, 'Entries[]').map(({ value: entry }) => {
    const cidr = isMap(entry) ? entry['Cidr'] : entry;
    const text = asText(cidr);
    return { cidr, block: text === undefined ? undefined : blockOf(text), home: list };
  });
}

export function strangeList(value: Value | undefined, resource: Resource): string {
  if (value instanceof Unknown) return value.reason;
  const [named] = namedBy(value, resource);
  return `prefix list ${named ? plainKey(named.key) : ''} is not in these templates`;
}
