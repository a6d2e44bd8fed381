/** An id under which a rule or control was once known. Ids in reports, waivers and baselines outlive the rule. */
export interface Retired {
  readonly id: string;
  /** Ids of what judges the same now; empty when nothing does. */
  readonly replacedBy: readonly string[];
  /** Edition of the rule set that no longer has it, such as `2026.11`. */
  readonly since: string;
  /** Why it went, in one sentence. */
  readonly why: string;
}

/**
 * Every id that was renamed, split or withdrawn: an id is never used again for something else, and an entry is never
 * removed.
 */
export const RETIRED: readonly Retired[] = [
  {
    id: 'workspace-volumes-encrypted',
    replacedBy: ['workspace-root-volume-encrypted', 'workspace-user-volume-encrypted'],
    since: '2026.11',
    why: 'It judged two settings, which are two findings now.',
  },
];

const BY_ID: ReadonlyMap<string, Retired> = new Map(RETIRED.map((entry) => [entry.id, entry]));

/** The tombstone of this id; undefined for an id that is in use, or never was. */
export function retiredById(id: string): Retired | undefined {
  return BY_ID.get(id);
}

/** Ids by which an id is known today: itself, or what replaced it, also over several steps. */
export function currentIds(id: string): readonly string[] {
  const retired = BY_ID.get(id);
  return retired ? [...new Set(retired.replacedBy.flatMap(currentIds))] : [id];
}
