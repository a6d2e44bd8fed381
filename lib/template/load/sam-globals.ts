import { isJsonMap, own, section, setOwn, type JsonMap } from '../resolve/json';

const PREFIX = 'AWS::Serverless::';

/** One key that CloudFormation resolves: a value, not a map to merge into. */
const INTRINSIC = /^(Ref|Condition|Fn::\w+)$/;

/**
 * The body of a resource with what `Globals` of its template says of its type, as the Serverless Application Model merges
 * them: maps key by key, lists one after the other, of everything else the resource's own value. What the resource lists under
 * `IgnoreGlobals`, or all where that is `*`, does not count for it.
 */
export function withGlobals(type: string, body: JsonMap, template: JsonMap): JsonMap {
  if (!type.startsWith(PREFIX)) return body;
  const globals = own(section(template, 'Globals'), type.slice(PREFIX.length));
  const ignored = own(body, 'IgnoreGlobals');
  if (!isJsonMap(globals) || ignored === '*') return body;
  return { ...body, Properties: merged(without(globals, ignored), own(body, 'Properties')) };
}

function without(globals: JsonMap, ignored: unknown): JsonMap {
  if (!Array.isArray(ignored)) return globals;
  return Object.fromEntries(Object.entries(globals).filter(([key]) => !ignored.includes(key)));
}

function merged(general: unknown, special: unknown): unknown {
  if (special === undefined) return general;
  if (Array.isArray(general) && Array.isArray(special)) return [...general, ...special];
  if (!isPlainMap(general) || !isPlainMap(special)) return special;
  const result: { [key: string]: unknown } = {};
  for (const key of new Set([...Object.keys(general), ...Object.keys(special)])) {
    setOwn(result, key, merged(own(general, key), own(special, key)));
  }
  return result;
}

function isPlainMap(value: unknown): value is JsonMap {
  if (!isJsonMap(value)) return false;
  const [key = '', ...others] = Object.keys(value);
  return others.length > 0 || !INTRINSIC.test(key);
}
