/** Sorted, disjoint, inclusive ranges of whole numbers, flat: `[low, high, low, high]`. Adjacent ones are joined. */
export type Ranges = readonly number[];

export const NONE: Ranges = [];

/** The ranges that hold what both hold. */
export function intersectRanges(a: Ranges, b: Ranges): Ranges {
  if (a === b || spans(b, a)) return a;
  if (spans(a, b)) return b;
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
  let left = all.filter((ranges) => ranges.length > 0);
  // Neighbours in pairs, so that each number is moved a few times only.
  while (left.length > 1) {
    const half: Ranges[] = [];
    for (let i = 0; i < left.length; i += 2) {
      const [a = NONE, b] = [left[i], left[i + 1]];
      half.push(b ? uniteTwo(a, b) : a);
    }
    left = half;
  }
  return left[0] ?? NONE;
}

function uniteTwo(a: Ranges, b: Ranges): Ranges {
  if (coversRanges(a, b)) return a;
  if (coversRanges(b, a)) return b;
  const result: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if ((a[i] ?? Infinity) <= (b[j] ?? Infinity)) {
      append(result, a[i] ?? 0, a[i + 1] ?? 0);
      i += 2;
    } else {
      append(result, b[j] ?? 0, b[j + 1] ?? 0);
      j += 2;
    }
  }
  return result;
}

/** Adds a range that does not begin before the last one. */
function append(ranges: number[], low: number, high: number): void {
  const last = ranges.length - 1;
  const end = ranges[last];
  if (end !== undefined && low <= end + 1) ranges[last] = Math.max(end, high);
  else ranges.push(low, high);
}

/** Whether `outer` holds all that `inner` holds. */
export function coversRanges(outer: Ranges, inner: Ranges): boolean {
  if (outer === inner || spans(outer, inner)) return true;
  let i = 0;
  for (let j = 0; j < inner.length; j += 2) {
    const [low, high] = pair(inner, j);
    while (i < outer.length && (outer[i + 1] ?? 0) < low) i += 2;
    if (i >= outer.length || (outer[i] ?? 0) > low || (outer[i + 1] ?? 0) < high) return false;
  }
  return true;
}

/** Whether `outer` is one range that holds all of `inner`. */
function spans(outer: Ranges, inner: Ranges): boolean {
  return outer.length === 2 && (outer[0] ?? 0) <= (inner[0] ?? 0) && (outer[1] ?? 0) >= (inner.at(-1) ?? Infinity);
}

export function sameRanges(a: Ranges, b: Ranges): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

/** Each range as a pair. */
export function pairsOf(ranges: Ranges): readonly (readonly [low: number, high: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < ranges.length; i += 2) pairs.push(pair(ranges, i));
  return pairs;
}

function pair(ranges: Ranges, index: number): readonly [number, number] {
  return [ranges[index] ?? 0, ranges[index + 1] ?? -1];
}
