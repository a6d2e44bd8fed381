/**
 * Items in the order of their texts, the first that differs deciding, by code unit: the same on every machine, whatever its
 * locale.
 */
export function sortedByTexts<T>(items: readonly T[], ...texts: readonly ((item: T) => string)[]): T[] {
  return items.toSorted((a, b) => {
    for (const textOf of texts) {
      const [left, right] = [textOf(a), textOf(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}
