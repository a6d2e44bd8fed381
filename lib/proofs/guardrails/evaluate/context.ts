import type { AccessRequest } from './request';

/** The values of a key: none when the request does not carry it. */
export type KeyValues = readonly string[] | 'unknown';

/** Looks condition keys up, in any case. */
export type Context = (key: string) => KeyValues;

export function contextOf({ context, otherKeys = 'unknown' }: AccessRequest): Context {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return (key) => {
    const value = values.get(key.toLowerCase());
    if (value === undefined) return otherKeys === 'absent' ? [] : 'unknown';
    if (value === null) return [];
    return typeof value === 'string' ? [value] : value;
  };
}
