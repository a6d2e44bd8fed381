/**
 * Values by columns, as compact JSON. Thousands of findings have the same keys and few different words: each key and each
 * word is written once. The first entry tells the form:
 * - `s` texts, `d` texts by their position among the different ones, `n` whole numbers by the steps between them, `j` other
 *   values as they are;
 * - `a` lists: their lengths, and all their entries as one column;
 * - `o` maps: their keys, and a column for each key;
 * - `p` values of which some are absent: lengths of runs, present ones first, and the column of those that are there.
 */
export type Packed =
  | readonly ['s', readonly string[]]
  | readonly ['d', readonly string[], readonly number[]]
  | readonly ['n', readonly number[]]
  | readonly ['j', readonly unknown[]]
  | readonly ['a', readonly number[], Packed]
  | readonly ['o', number, readonly string[], readonly Packed[]]
  | readonly ['p', readonly number[], Packed];

/** More keys than this are no columns but words. */
const MOST_KEYS = 64;

/** Packs plain data: texts, numbers, booleans, lists and maps; `undefined` in a map stands for a key that is absent. */
export function pack(value: unknown): Packed {
  return column([value]);
}

function column(values: readonly unknown[]): Packed {
  if (values.includes(undefined)) return withGaps(values);
  if (values.every((value) => typeof value === 'string')) return texts(values);
  if (values.every((value) => Array.isArray(value)))
    return ['a', values.map(({ length }) => length), column(values.flat(1))];
  if (values.every(isMap)) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
    if (keys.length <= MOST_KEYS) {
      return ['o', values.length, keys, keys.map((key) => column(values.map((value) => own(value, key))))];
    }
  }
  return values.every((value) => Number.isSafeInteger(value)) ? numbers(values as readonly number[]) : ['j', values];
}

/** By steps where these are smaller, as positions in a list are. */
function numbers(values: readonly number[]): Packed {
  const steps = values.map((value, index) => value - (values[index - 1] ?? 0));
  return reach(steps) < reach(values) ? ['n', steps] : ['j', values];
}

function reach(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

function withGaps(values: readonly unknown[]): Packed {
  const runs: number[] = [];
  let isPresent = true;
  let length = 0;
  for (const value of values) {
    if ((value !== undefined) !== isPresent) {
      runs.push(length);
      isPresent = !isPresent;
      length = 0;
    }
    length += 1;
  }
  return ['p', [...runs, length], column(values.filter((value) => value !== undefined))];
}

/** By position where that is shorter. */
function texts(values: readonly string[]): Packed {
  const positions = new Map<string, number>();
  for (const value of values) if (!positions.has(value)) positions.set(value, positions.size);
  if (positions.size > values.length / 2) return ['s', values];
  return ['d', [...positions.keys()], values.map((value) => positions.get(value) ?? 0)];
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(map: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(map, key)?.value;
}
