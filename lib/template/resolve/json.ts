import { isJsonMap, type JsonMap } from '../../model';

export { isJsonMap, type JsonMap };

/** Own property of a map that may come from anywhere: `constructor` is not found on `{}`. */
export function own(map: unknown, key: string): unknown {
  return isJsonMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Own property that is itself a map, else an empty one. */
export function section(map: unknown, key: string): JsonMap {
  const value = own(map, key);
  return isJsonMap(value) ? value : {};
}

/** Assigns also the key `__proto__`, which a plain assignment would lose. */
export function setOwn<T>(target: { [key: string]: T }, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  else target[key] = value;
}
