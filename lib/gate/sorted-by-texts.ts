/**
 * Items in the order of their texts, the first that differs deciding, by code unit: the same on every machine, whatever its
 * locale.
 */
export function sortedByTexts<T>(items: readonly T[], ...texts: readonly ((item: T) => string)[]): T[] {
  const keyed = items.map((item) => ({ item, keys: texts.map((textOf) => textOf(item)) }));
  return keyed.toSorted((a, b) => compared(a.keys, b.keys)).map(({ item }) => item);
}

function compared(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < left.length; index++) {
    const [text, other] = [left[index] ?? '', right[index] ?? ''];
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
