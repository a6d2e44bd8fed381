/** What a jurisdiction's `absent-types.json` holds: types that a region does not publish, by region, and the source. */
export interface AbsentTypesFile {
  readonly source: string;
  readonly caveat: string;
  readonly absent: Readonly<Record<string, readonly string[]>>;
}

/** Absent types by region, for looking up. */
export function absentTypes({ absent }: AbsentTypesFile): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(absent).map(([region, types]) => [region, new Set(types)]));
}
