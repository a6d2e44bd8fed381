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
      return maps(packed[1], packed[2], packed[3].map(column));
    case 'p':
      return withGaps(packed[1], column(packed[2]));
    default:
      return packed[1];
  }
}

function lists(lengths: readonly number[], entries: readonly unknown[]): readonly unknown[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return entries.slice(start - length, start);
  });
}

function maps(count: number, keys: readonly string[], columns: readonly (readonly unknown[])[]): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => {
    const entries = keys.flatMap((key, at) => {
      const value = columns[at]?.[index];
      return value === undefined ? [] : [[key, value] as const];
    });
    // Not by assignment: a key may be called `__proto__`.
    return Object.fromEntries(entries);
  });
}

function withGaps(runs: readonly number[], present: readonly unknown[]): readonly unknown[] {
  let next = 0;
  return runs.flatMap((length, run) =>
    Array.from({ length }, () => {
      if (run % 2 === 1) return undefined;
      next += 1;
      return present[next - 1];
    }),
  );
}
