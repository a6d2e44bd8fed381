import { Unknown, type Value } from '../value';

/**
 * A map to which a macro adds entries at deployment: the entries that stand in the template can be read, every other one
 * is unknown instead of absent.
 */
export function openMap(known: { readonly [key: string]: Value }, reason: string): { readonly [key: string]: Value } {
  return new Proxy(known, {
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || key === 'toJSON') return Reflect.get(target, key, receiver);
      return new Unknown(reason);
    },
  });
}
