import { isList, isMap, Partial, Reference, Unknown, type Part, type Value } from '../../template';
import type { Difference, Place } from '../difference';
import { isJsonList, isJsonMap, type Json } from '../json';
import { concrete, Open, type Parameters } from '../names/concrete';
import { canonical, isSamePolicy, policyWords, type isSame } from './canonical';

/** Stands in a text for a name that only AWS gives, such as that of a secret which a database makes for itself. */
const HOLE = '\u0000';

export interface Own {
  readonly parameters: Parameters;
  /** Account in which the policy stands. */
  readonly account: string;
}

/** A property of which nobody can tell what it became. */
interface OpenProperty {
  readonly property: string;
  /** As its template has it. */
  readonly value: Value | undefined;
  readonly found: Json;
  readonly reason: string;
  /** How it is compared: the one of policies tells that it is a policy. */
  readonly isSame: typeof isSame | undefined;
  /** Undefined inside of an owner. */
  readonly own: Own | undefined;
}

/** That it cannot be compared, but for a policy that fits. */
export function openProperty(
  place: Place,
  { property, value, found, reason, isSame: same, own }: OpenProperty,
): Difference[] {
  if (same === isSamePolicy && own && fitsPolicy(value, found, own)) return [];
  return [{ ...place, kind: 'unread', properties: [property], found, because: `cannot be compared: ${reason}` }];
}

/**
 * Whether a policy says what its template says, but for names that only AWS gives: in their place it must have something of
 * the same account, without a wildcard.
 */
function fitsPolicy(designed: Value | undefined, found: Json, { parameters, account }: Own): boolean {
  const open = withHoles(designed, parameters);
  return open !== undefined && fits(policyWords(open), policyWords(found), account);
}

/** Undefined where something else is open, such as one of several values. */
function withHoles(value: Value | undefined, parameters: Parameters): Json | undefined {
  const made = concrete(value, parameters);
  if (!(made instanceof Open)) return made;
  if (value instanceof Partial) return value.parts.map((part) => textOf(part, parameters)).join('');
  if (value instanceof Reference || value instanceof Unknown) return HOLE;
  if (isList(value)) {
    const items = value.map((item) => withHoles(item, parameters));
    return items.includes(undefined) ? undefined : items.map((item) => item ?? null);
  }
  if (!isMap(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, withHoles(item, parameters)] as const);
  if (entries.some(([, item]) => item === undefined)) return undefined;
  return Object.fromEntries(entries.map(([key, item]) => [key, item ?? null]));
}

function textOf(part: Part, parameters: Parameters): string {
  if (typeof part === 'string') return part;
  const made = concrete(part, parameters);
  return typeof made === 'string' ? made : HOLE;
}

function fits(designed: Json, found: Json, account: string): boolean {
  if (!JSON.stringify(designed).includes(JSON.stringify(HOLE).slice(1, -1))) {
    return canonical(designed) === canonical(found);
  }
  if (isJsonMap(designed) && isJsonMap(found)) {
    const keys = new Set([...Object.keys(designed), ...Object.keys(found)]);
    return [...keys].every((key) => fits(designed[key] ?? null, found[key] ?? null, account));
  }
  if (isJsonList(designed) || isJsonList(found)) return fitsList([designed].flat(), [found].flat(), account);
  return typeof designed === 'string' && typeof found === 'string' && fitsText(designed, found, account);
}

/** Each of the one stands for another one of the other. */
function fitsList(designed: readonly Json[], found: readonly Json[], account: string): boolean {
  const rest = [...found];
  for (const item of designed) {
    const index = rest.findIndex((one) => fits(item, one, account));
    if (index < 0) return false;
    rest.splice(index, 1);
  }
  return rest.length === 0;
}

/** The account must stand in what fills the first hole, or before it: what the template says behind it tells nothing. */
function fitsText(designed: string, found: string, account: string): boolean {
  const parts = designed.split(HOLE).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const [head = '', ...rest] = parts;
  const [, named = ''] = new RegExp(`^(${head}[^*?]+?)${rest.join('[^*?]+')}$`).exec(found) ?? [];
  // The number alone is the root principal: everybody whom the account lets.
  return named.includes(account) && found !== account;
}
