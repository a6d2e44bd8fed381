/** Sorted, disjoint, inclusive ranges of whole numbers, flat: `[low, high, low, high]`. Adjacent ones are joined. */
export type Ranges = readonly number[];

export const NONE: Ranges = [];

/** The ranges that hold what both hold. */
export function intersectRanges(a: Ranges, b: Ranges): Ranges {
  if (a === b || spans(b, a)) return a;
  if (spans(a, b)) return b;
  if (coversRanges(b, a)) return a;
  if (coversRanges(a, b)) return b;
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [lowA, highA] = pair(a, i);
    const [lowB, highB] = pair(b, j);
    const low = Math.max(lowA, lowB);
    const high = Math.min(highA, highB);
    if (low <= high) result.push(low, high);
    if (highA < highB) i = indexAt(a, lowB, i + 2);
    else j = indexAt(b, lowA, j + 2);
  }
  return result;
}

/** Place of the first range from `start` on that does not end before `value`: in steps that double, then halve. */
function indexAt(ranges: Ranges, value: number, start: number): number {
  if (start >= ranges.length || (ranges[start + 1] ?? 0) >= value) return start;
  let step = 2;
  let low = start;
  while (low + step < ranges.length && (ranges[low + step + 1] ?? 0) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, ranges.length);
  while (high - low > 2) {
    const middle = low + 2 * ((high - low) >> 2);
    if ((ranges[middle + 1] ?? 0) < value) low = middle;
    else high = middle;
  }
  return high;
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
  if (
    left.length > 2 &&
    left.every((ranges, index) => index === 0 || (left[index - 1]?.at(-1) ?? 0) < (ranges[0] ?? 0))
  )
    return chained(left);
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

/** Ranges that follow one another. */
function chained(parts: readonly Ranges[]): Ranges {
  const result: number[] = [];
  for (const part of parts) for (let i = 0; i < part.length; i += 2) append(result, part[i] ?? 0, part[i + 1] ?? 0);
  return result;
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
    i = indexAt(outer, inner[j] ?? 0, i);
    if (i >= outer.length) return false;
    if ((outer[i] ?? 0) > (inner[j] ?? 0) || (outer[i + 1] ?? 0) < (inner[j + 1] ?? 0)) return false;
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
