/** Fields of an entry that differ between a claim and the register, with both values. */
export interface Difference {
  readonly claimed: Readonly<Record<string, unknown>>;
  readonly registered: Readonly<Record<string, unknown>>;
}

/** What differs; undefined when both say the same. Lists are compared as sets, `443` equals `"443"`. */
export function differenceOf(claim: object, entry: object): Difference | undefined {
  const claims = new Map<string, unknown>(Object.entries(claim));
  const entries = new Map<string, unknown>(Object.entries(entry));
  const fields = [...new Set([...claims.keys(), ...entries.keys()])];
  const differing = fields.filter((field) => canonical(claims.get(field)) !== canonical(entries.get(field)));
  if (differing.length === 0) return undefined;
  const pick = (from: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(differing.map((field) => [field, from.get(field) ?? 'not set']));
  return { claimed: pick(claims), registered: pick(entries) };
}

function canonical(value: unknown): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return JSON.stringify([...new Set(items.map((item) => JSON.stringify(item ?? '').replaceAll('"', '')))].toSorted());
}
