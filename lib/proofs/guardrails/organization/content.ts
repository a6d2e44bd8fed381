import type { Partition } from '../../../model';
import { isList, isMap, parseJsonText, Partial, Unknown, type Part, type Value } from '../../../template';
import { OPEN } from '../evaluate';

/**
 * The content of a policy as plain JSON: a map, or JSON text. What only the deployment says becomes {@link OPEN}; the
 * partition is known, because all templates of an organisation are of one.
 */
export function contentOf(value: Value | undefined, partition: Partition): unknown {
  const isText = typeof value === 'string' || value instanceof Partial;
  return plain(isText ? parseJsonText(withPartition(value, partition)) : value, partition);
}

function plain(value: Value | undefined, partition: Partition): unknown {
  if (isList(value)) return value.map((item) => plain(item, partition));
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, partition)]));
  if (value instanceof Partial) return withText(withPartition(value, partition));
  return isPlain(value) ? value : OPEN;
}

function isPlain(value: Value | undefined): value is string | number | boolean | null | undefined {
  return value === undefined || value === null || typeof value !== 'object';
}

function withText(value: string | Partial): unknown {
  return typeof value === 'string' ? value : OPEN;
}

function withPartition(value: string | Partial, partition: Partition): string | Partial {
  if (typeof value === 'string') return value;
  const parts = value.parts.map((part): Part =>
    part instanceof Unknown && part.source === 'AWS::Partition' ? partition : part,
  );
  return parts.every((part) => typeof part === 'string') ? parts.join('') : new Partial(value.reason, parts);
}
