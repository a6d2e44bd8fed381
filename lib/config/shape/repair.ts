import type { z } from 'zod';
import { isJsonMap } from '../../model';
import { landingZoneSchema, type LandingZoneConfig } from '../schema';
import { find, plain, type Key, type Located, type Path } from '../source';
import { schemaAt, type JsonSchema } from './json-schema';
import { sampleOf } from './sample';
import { valueAt } from './value-at';
import { meantKey, suggestedValue } from './suggest';

/** A config with its errors of shape replaced, so that the checks of meaning can report theirs in the same run. */
export interface RepairedConfig {
  /** Undefined when no config could be made of it. */
  readonly config: LandingZoneConfig | undefined;
  /** The repaired input, defaults not filled in. */
  readonly value: unknown;
  /** Where a value was made up: nothing that rests on it may be reported. */
  readonly invented: readonly Path[];
  /** Misspelt keys, by the path of the one that was meant. */
  readonly renamed: readonly Rename[];
  /** What the schema found wrong only once misspelt keys and words had been corrected. */
  readonly later: readonly z.core.$ZodIssue[];
}

export interface Rename {
  readonly meant: Path;
  readonly written: Path;
}

const MOST_ROUNDS = 5;

/**
 * Replaces what the schema found wrong: a misspelt key or word by the one that was meant, anything else by a sample.
 * Never used to build anything.
 */
export function repair(root: Located, issues: readonly z.core.$ZodIssue[]): RepairedConfig {
  const invented: Path[] = [];
  const renamed: Rename[] = [];
  const later: z.core.$ZodIssue[] = [];
  const value = plain(root);
  let open = issues;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Before repairing, because a repair of this round must not hide what it repairs.
    if (round > 0) later.push(...open.filter((issue) => !isBelow(issue.path, invented)));
    for (const issue of keysFirst(open)) {
      // In the first round the only issue with a key that a rename has since supplied is that it was missing.
      const supplied = round === 0 && renamed.some(({ meant }) => isSame(meant, issue.path));
      if (!supplied) repairOne(value, issue, root, invented, renamed);
    }
    const result = landingZoneSchema.safeParse(value);
    if (result.success) return { config: result.data, value, invented, renamed, later };
    open = result.error.issues;
  }
  return { config: undefined, value, invented, renamed, later };
}

function isSame(path: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return path.length === other.length && path.every((key, index) => other[index] === key);
}

function isBelow(path: readonly PropertyKey[], others: readonly Path[]): boolean {
  return others.some((other) => other.every((key, index) => path[index] === key));
}

/** A misspelt key is renamed before the one that it stands for is missed. */
function keysFirst(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const [keys, others] = [issues.filter(isAboutKeys), issues.filter((issue) => !isAboutKeys(issue))];
  return [...keys, ...others];
}

function isAboutKeys(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

function repairOne(value: unknown, issue: z.core.$ZodIssue, root: Located, invented: Path[], renamed: Rename[]): void {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (isAboutKeys(issue)) {
    const known = Object.keys(schemaOf(value, path)?.properties ?? {});
    const holder = valueAt(value, path);
    if (!isJsonMap(holder)) return;
    for (const key of issue.keys) {
      const meant = meantKey(key, known, Object.keys(holder));
      if (meant !== undefined) {
        setValue(holder, meant, holder[key]);
        renamed.push({ meant: [...path, meant], written: [...path, key] });
      }
      Reflect.deleteProperty(holder, key);
    }
    return;
  }
  const { node, exact } = find(root, path);
  const suggestion = exact ? suggestedValue(issue, node) : undefined;
  if (suggestion === undefined) invent(value, path, invented);
  else setValue(valueAt(value, path.slice(0, -1)), path.at(-1), suggestion);
}

/** Where the value has no schema of its own (an unknown type of workload), what holds it is made up as a whole. */
function invent(value: unknown, path: Path, invented: Path[]): void {
  const schema = schemaOf(value, path);
  if (path.length === 0) return;
  if (!schema) return invent(value, path.slice(0, -1), invented);
  invented.push(path);
  setValue(valueAt(value, path.slice(0, -1)), path.at(-1), sampleOf(schema));
}

function schemaOf(value: unknown, path: Path): JsonSchema | undefined {
  return schemaAt(path, (where) => valueAt(value, where));
}

function setValue(parent: unknown, key: Key | undefined, value: unknown): void {
  if (Array.isArray(parent) && typeof key === 'number') parent[key] = value;
  else if (isJsonMap(parent) && key !== undefined) Reflect.set(parent, key, value);
}
