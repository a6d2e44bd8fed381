import type { Resource } from '../../../../template';
import { intersectRanges, NONE, subtractRanges, uniteRanges, type Ranges } from '../../packets';
import type { AddressBook } from '../address-book';
import { exactly, type Bounded } from '../bounded';
import { ALL_PORTS } from '../protocols';

/** What the names in rules stand for: `$HOME_NET`, `$WEB_PORTS`. */
export interface Variables {
  readonly addresses: ReadonlyMap<string, Bounded<Ranges>>;
  readonly ports: ReadonlyMap<string, Bounded<Ranges>>;
}

/**
 * Addresses as Suricata writes them: `any`, a block, `[a, !b]`, `$NAME`, `!…`.
 * Source: Suricata user guide, Rules format, Source and destination.
 */
export function addressTerm(text: string, variables: Variables, home: Resource, book: AddressBook): Bounded<Ranges> {
  const { all } = book.space;
  return term(text, all, variables.addresses, (block) => book.addresses(block, home));
}

/** Ports as Suricata and AWS write them: `any`, `443`, `8000:8010`, `1024:`, lists and negations. */
export function portTerm(text: string, variables: Variables): Bounded<Ranges> {
  return term(text, ALL_PORTS, variables.ports, (span) => {
    const match = /^(\d*)\s*[:-]?\s*(\d*)$/.exec(span);
    if (!match || span === '') return strange(span, ALL_PORTS);
    const low = match[1] === '' ? 0 : Number(match[1]);
    const high = match[2] !== '' ? Number(match[2]) : /[:-]/.test(span) ? 65_535 : low;
    return exactly(low > high ? NONE : [low, high]);
  });
}

function term(
  given: string,
  all: Ranges,
  names: ReadonlyMap<string, Bounded<Ranges>>,
  read: (text: string) => Bounded<Ranges>,
): Bounded<Ranges> {
  const text = given.trim();
  if (text.toLowerCase() === 'any') return exactly(all);
  if (text.startsWith('!')) return without(exactly(all), term(text.slice(1), all, names, read));
  if (text.startsWith('$')) return names.get(text.slice(1)) ?? strange(text, all);
  const list = /^\[(.*)\]$/s.exec(text)?.[1];
  if (list === undefined) return read(text);
  const parts = split(list);
  const chosen = parts.filter((part) => !part.startsWith('!')).map((part) => term(part, all, names, read));
  const left = parts.filter((part) => part.startsWith('!')).map((part) => term(part.slice(1), all, names, read));
  return left.reduce(without, chosen.length === 0 ? exactly(all) : union(chosen));
}

/** At commas that stand in no inner list. */
function split(list: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of list) {
    if (letter === '[') depth += 1;
    if (letter === ']') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export function union(parts: readonly Bounded<Ranges>[]): Bounded<Ranges> {
  return {
    may: uniteRanges(...parts.map(({ may }) => may)),
    must: uniteRanges(...parts.map(({ must }) => must)),
    reasons: parts.flatMap(({ reasons }) => reasons),
  };
}

function without(from: Bounded<Ranges>, cut: Bounded<Ranges>): Bounded<Ranges> {
  return {
    may: subtractRanges(from.may, cut.must),
    must: intersectRanges(from.must, subtractRanges(from.must, cut.may)),
    reasons: [...from.reasons, ...cut.reasons],
  };
}

function strange(text: string, all: Ranges): Bounded<Ranges> {
  return { may: all, must: NONE, reasons: [`"${text}" in a firewall rule is not known`] };
}
