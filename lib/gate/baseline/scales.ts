import type { Trilean } from '../../model';
import {
  asBoolean,
  asNumber,
  asText,
  Elsewhere,
  isList,
  possibilities,
  Reference,
  Unknown,
  type Value,
} from '../../template';
import { canonical } from './places';

/** Whether a value is weaker than the one before it; `undefined` stands for "not set". */
export type Weaker = (before: Value | undefined, after: Value | undefined) => Trilean;

/** How strong one concrete value is, more being stronger; undefined when that cannot be said. */
type Strength = (value: Value | undefined) => number | undefined;

/** Weaker is what may be less strong than the least that the baseline may be. */
function scale(strength: Strength): Weaker {
  const least = (value: Value | undefined): number | undefined => {
    const all = possibilities(value).map((option) => (isOpen(option) ? undefined : strength(option)));
    return all.includes(undefined) ? undefined : Math.min(...all.map((each) => each ?? 0));
  };
  return (before, after) => {
    const was = least(before);
    if (was === undefined) return false;
    const is = least(after);
    return is === undefined ? isWorth(was) && 'unknown' : is < was;
  };
}

/** What had no strength cannot lose any. */
function isWorth(strength: number): boolean {
  return strength !== 0 && strength !== Number.NEGATIVE_INFINITY;
}

/** A reference is set to something; what is unknown may be anything. */
function isOpen(value: Value | undefined): boolean {
  return value instanceof Unknown && !(value instanceof Elsewhere);
}

/** True protects: false, or not set, is weaker. */
export const on: Weaker = scale((value) => Number(asBoolean(value) ?? false));

/** True endangers: not set is as good as false. */
export const off: Weaker = scale((value) => 1 - Number(asBoolean(value) ?? false));

/** To be set at all protects, to whatever. */
export const present: Weaker = (before, after) => isSet(before) && !isSet(after);

function isSet(value: Value | undefined): boolean {
  return possibilities(value).every((option) => option !== undefined);
}

/** More is stronger. @param absent what it is when it is not set */
export function more(absent: number): Weaker {
  return scale((value) => (value === undefined ? absent : asNumber(value)));
}

/** Less is stronger. @param absent what it is when it is not set */
export function less(absent: number): Weaker {
  return scale((value) => {
    const number = value === undefined ? absent : asNumber(value);
    return number === undefined ? undefined : -number;
  });
}

/** A later date is stronger, and none the strongest. */
export const later: Weaker = scale((value) => {
  const time = value === undefined ? Number.POSITIVE_INFINITY : Date.parse(asText(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
});

/** One of several words, the weakest first; a word that is not listed says nothing. @param absent the word of what is not set */
export function ranked(words: readonly string[], absent: string | undefined = words[0]): Weaker {
  const order = words.map((word) => word.toLowerCase());
  return scale((value) => {
    if (value instanceof Reference) return undefined;
    const word = value === undefined ? absent : asText(value);
    const rank = word === undefined ? -1 : order.indexOf(word.toLowerCase());
    return rank < 0 ? undefined : rank;
  });
}

/** The version of TLS in a policy's name: `TLSv1.2_2021`, `ELBSecurityPolicy-TLS13-1-2-2021-06`. */
export const tlsVersion: Weaker = scale((value) => {
  const name = asText(value);
  if (name === undefined) return value === undefined ? 0 : undefined;
  const versions = [...name.matchAll(/(?:^|[^0-9])1[._-]([0-3])(?=$|[^0-9])/g)].map(([, minor]) => Number(minor));
  if (versions.length > 0) return 1 + Math.min(...versions);
  return /^(?:SSLv3|TLSv1(?:_2016)?|ELBSecurityPolicy-201[56]-\d\d)$/.test(name) ? 1 : undefined;
});

/** A list that loses an element is weaker. */
export const kept: Weaker = (before, after) => missing(before, after);

/** A list that gains an element is weaker. */
export const notExtended: Weaker = (before, after) => missing(after, before);

function missing(whole: Value | undefined, part: Value | undefined): Trilean {
  const elements = elementsOf(whole);
  const found = elementsOf(part);
  if (!elements || elements.length === 0) return false;
  if (!found) return part instanceof Unknown ? 'unknown' : true;
  const texts = new Set(found.map(canonical));
  return elements.some((element) => !texts.has(canonical(element)));
}

function elementsOf(value: Value | undefined): readonly Value[] | undefined {
  if (isList(value)) return value;
  return value === undefined || value === null ? [] : undefined;
}
