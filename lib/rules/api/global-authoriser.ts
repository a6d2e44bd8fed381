import { isMap, Unknown, type Value } from '../../template';

/**
 * The authoriser that `Globals` of a template give to the API that SAM makes; unknown where an intrinsic function decides, as
 * nothing in `Globals` is resolved.
 * @param globals as parsed
 * @param api section of `Globals`: `Api` or `HttpApi`
 */
export function globalAuthoriser(globals: Value | undefined, api: string): Value | undefined {
  let value = globals;
  for (const key of [api, 'Auth', 'DefaultAuthorizer']) {
    if (value === undefined) return undefined;
    if (!isMap(value) || Object.keys(value).some((name) => /^(Ref|Fn::)/.test(name))) return undecided();
    value = value[key];
  }
  return value === undefined || typeof value === 'string' ? value : undecided();
}

function undecided(): Unknown {
  return new Unknown('the authoriser that Globals give is decided at deployment');
}
