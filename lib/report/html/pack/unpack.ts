import type { Packed } from './pack';

/** The value that was packed. */
export function unpack(packed: Packed): unknown {
  return column(packed)[0];
}

function column(packed: Packed): readonly unknown[] {
  switch (packed[0]) {
    case 'd': {
      const [, words, positions] = packed;
      return positions.map((position) => words[position]);
    }
    case 'a':
      return lists(packed[1], column(packed[2]));
    case 'o':
      return maps(packed[1], packed[2], packed[3]);
    case 'p':
      return withGaps(packed[1], column(packed[2]));
    case 'n':
      return sums(packed[1]);
    default:
      return packed[1];
  }
}

function sums(steps: readonly number[]): readonly number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

function lists(lengths: readonly number[], entries: readonly unknown[]): readonly unknown[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return entries.slice(start - length, start);
  });
}

function maps(count: number, keys: readonly string[], columns: readonly Packed[]): readonly unknown[] {
  if (count === 1) return [lazyMap(keys, columns)];
  const maps = Array.from({ length: count }, (): object => ({}));
  for (const [at, key] of keys.entries()) {
    const packed = columns[at];
    const values = packed ? column(packed) : [];
    for (const [index, map] of maps.entries()) {
      const value = values[index];
      if (value !== undefined) set(map, key, value);
    }
  }
  return maps;
}

/** A map of which each value is unpacked when it is first asked for: most readers never ask for most parts. */
function lazyMap(keys: readonly string[], columns: readonly Packed[]): object {
  const map = {};
  for (const [at, key] of keys.entries()) {
    const packed = columns[at];
    if (packed === undefined || isAbsent(packed)) continue;
    Object.defineProperty(map, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = column(packed)[0];
        set(map, key, value);
        return value;
      },
    });
  }
  return map;
}

/** Whether the only value of a column is not there. */
function isAbsent(packed: Packed): boolean {
  return packed[0] === 'p' && packed[1][0] === 0;
}

/** Not by assignment: a key may be called `__proto__`, or stand for what is unpacked later. */
function set(map: object, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
}

function withGaps(runs: readonly number[], present: readonly unknown[]): readonly unknown[] {
  const values: unknown[] = [];
  let next = 0;
  for (const [run, length] of runs.entries()) {
    const isPresent = run % 2 === 0;
    for (let index = 0; index < length; index += 1) values.push(isPresent ? present[next + index] : undefined);
    if (isPresent) next += length;
  }
  return values;
}
