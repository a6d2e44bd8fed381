/** Items in the order of their texts, the first that differs deciding, by code unit: the same on every machine, whatever its locale. */
export function sortedByTexts<T>(items: readonly T[], textsOf: (item: T) => readonly string[]): T[] {
  return items
    .map((item) => ({ item, texts: textsOf(item) }))
    .toSorted((a, b) => compare(a.texts, b.texts))
    .map(({ item }) => item);
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index++) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
