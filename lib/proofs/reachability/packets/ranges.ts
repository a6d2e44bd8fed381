/** Sorted, disjoint, inclusive ranges of whole numbers, flat: `[low, high, low, high]`. Adjacent ones are joined. */
export type Ranges = readonly number[];

export const NONE: Ranges = [];

/** The ranges that hold what both hold. */
export function intersectRanges(a: Ranges, b: Ranges): Ranges {
  if (a === b) return a;
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [lowA, highA] = pair(a, i);
    const [lowB, highB] = pair(b, j);
    const low = Math.max(lowA, lowB);
    const high = Math.min(highA, highB);
    if (low <= high) result.push(low, high);
    if (highA < highB) i += 2;
    else j += 2;
  }
  return sameRanges(result, a) ? a : sameRanges(result, b) ? b : result;
}

/** What `a` holds and `b` does not. */
export function subtractRanges(a: Ranges, b: Ranges): Ranges {
  if (a === b) return NONE;
  const result: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let [low] = pair(a, i);
    const [, high] = pair(a, i);
    while (j < b.length && (b[j + 1] ?? 0) < low) j += 2;
    for (let k = j; k < b.length && low <= high; k += 2) {
      const [cutLow, cutHigh] = pair(b, k);
      if (cutLow > high) break;
      if (cutLow > low) result.push(low, cutLow - 1);
      low = cutHigh + 1;
    }
    if (low <= high) result.push(low, high);
  }
  return sameRanges(result, a) ? a : result;
}

/** What at least one of them holds. */
export function uniteRanges(...all: readonly Ranges[]): Ranges {
  const [first = NONE] = all;
  const filled = all.filter((ranges) => ranges.length > 0);
  if (filled.length < 2) return filled[0] ?? first;
  const pairs = filled.flatMap((ranges) => pairsOf(ranges)).toSorted((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [low, high] of pairs) {
    const last = result.length - 1;
    if (last > 0 && low <= (result[last] ?? 0) + 1) result[last] = Math.max(result[last] ?? 0, high);
    else result.push(low, high);
  }
  return result;
}

/** Whether `outer` holds all that `inner` holds. */
export function coversRanges(outer: Ranges, inner: Ranges): boolean {
  let i = 0;
  for (let j = 0; j < inner.length; j += 2) {
    const [low, high] = pair(inner, j);
    while (i < outer.length && (outer[i + 1] ?? 0) < low) i += 2;
    if (i >= outer.length || (outer[i] ?? 0) > low || (outer[i + 1] ?? 0) < high) return false;
  }
  return true;
}

export function sameRanges(a: Ranges, b: Ranges): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

/** Each range as a pair. */
function pairsOf(ranges: Ranges): readonly (readonly [low: number, high: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < ranges.length; i += 2) pairs.push(pair(ranges, i));
  return pairs;
}

function pair(ranges: Ranges, index: number): readonly [number, number] {
  return [ranges[index] ?? 0, ranges[index + 1] ?? -1];
}
