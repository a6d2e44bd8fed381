import { isJsonMap, type JsonMap } from '../resolve/json';

/** Copies that all loops of one template make together; CloudFormation stops at 500 resources. */
const MAX_COPIES = 10_000;
/** Size of these copies together, in characters. */
const MAX_SIZE = 16 * 1024 * 1024;
/** Longest item, in characters; it becomes part of a logical id, which has at most 255. */
const MAX_ITEM = 1024;

const LOOP = 'Fn::ForEach::';

/** A key that holds a loop of the language extensions. */
export function isLoop(key: string): boolean {
  return key.startsWith(LOOP);
}

/** The items of a loop's collection; undefined when they are not known. */
export type ItemsOf = (collection: unknown) => readonly string[] | undefined;

/**
 * Replaces each `Fn::ForEach` by its copies, loops within loops included. A loop that cannot be unrolled (collection not
 * known, malformed, too many copies) stays where it is.
 */
export function unroll(body: unknown, itemsOf: ItemsOf): unknown {
  let copies = 0;
  let size = 0;

  function visit(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (isLoop(key) ? copiesOf(key, item) : [[key, visit(item)]])),
    );
  }

  function copiesOf(key: string, loop: unknown): readonly (readonly [string, unknown])[] {
    const [identifier, collection, output]: readonly unknown[] = Array.isArray(loop) ? loop : [];
    const items = typeof identifier === 'string' && isJsonMap(output) ? itemsOf(collection) : undefined;
    if (!items || typeof identifier !== 'string' || !isJsonMap(output)) return [[key, loop]];
    copies += items.length;
    size += items.length * JSON.stringify(output).length;
    if (copies > MAX_COPIES || size > MAX_SIZE || items.some((item) => item.length > MAX_ITEM)) return [[key, loop]];
    return items.flatMap((item) => Object.entries(asMap(visit(substitute(output, identifier, item)))));
  }

  return visit(body);
}

/** Replaces `${Identifier}`, `&{Identifier}` (letters and digits only) and `Ref` of the identifier. */
function substitute(value: unknown, identifier: string, item: string): unknown {
  if (typeof value === 'string') {
    return value
      .replaceAll(`\${${identifier}}`, item)
      .replaceAll(`&{${identifier}}`, item.replace(/[^A-Za-z0-9]/g, ''));
  }
  if (Array.isArray(value)) return value.map((entry) => substitute(entry, identifier, item));
  if (!isJsonMap(value)) return value;
  if (value['Ref'] === identifier && Object.keys(value).length === 1) return item;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      String(substitute(key, identifier, item)),
      substitute(entry, identifier, item),
    ]),
  );
}

function asMap(value: unknown): JsonMap {
  return isJsonMap(value) ? value : {};
}
