import { Unknown, type Value } from '../../template';

/**
 * The authoriser that `Globals` of a template give to the API that SAM makes; unknown where an intrinsic function decides, as
 * nothing in `Globals` is resolved.
 * @param api section of `Globals`: `Api` or `HttpApi`
 */
export function globalAuthoriser(globals: unknown, api: string): Value | undefined {
  let value = globals;
  for (const key of [api, 'Auth', 'DefaultAuthorizer']) {
    if (value === undefined) return undefined;
    const members = membersOf(value);
    if (!members || [...members.keys()].some((name) => /^(Ref|Fn::)/.test(name))) return undecided();
    value = members.get(key);
  }
  return value === undefined || typeof value === 'string' ? value : undecided();
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

function undecided(): Unknown {
  return new Unknown('the authoriser that Globals give is decided at deployment');
}
