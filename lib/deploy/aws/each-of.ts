/** Does the work for every item, so many at a time; what comes of each, in the order of the items. */
export async function eachOf<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  const rest = items.entries();
  const next = async (): Promise<void> => {
    for (const [index, item] of rest) found[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return found;
}
