import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readRegister } from '../../config';
import { waiverRegisterSchema, type Waiver } from '../../model';
import { registerVersions } from './register-versions';
import { entriesOf } from './register-entries';

/** One change of one waiver in the history of its register. */
export interface RegisterChange {
  /** When the change came to this branch; undefined where it is not committed. */
  readonly at?: Date;
  readonly kind: 'entered' | 'changed' | 'taken out';
  readonly waiver: Waiver;
  /** Keys that have another value than before; empty unless `changed`. */
  readonly keys: readonly string[];
  /** `commit 1a2b3c4d by NAME`, or that it is not committed. */
  readonly reference: string;
}

/** What the repositories of registers tell, and what they do not. */
export interface RegisterHistory {
  /** Register by register, the earliest first. */
  readonly changes: readonly RegisterChange[];
  /** Why something is missing, a sentence each. */
  readonly gaps: readonly string[];
}

/**
 * What was entered, changed and taken out of registers of waivers, by the history of the branch that is checked out: a
 * register alone does not tell what it held before (S17 20.2).
 * @param files Registers, as they are read for a judgement.
 */
export function registerHistory(files: readonly string[]): RegisterHistory {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-registers-'));
  try {
    const told = files.map((file) => historyOf(file, join(folder, basename(file))));
    return { changes: told.flatMap(({ changes }) => changes), gaps: told.flatMap(({ gaps }) => gaps) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function historyOf(file: string, copy: string): RegisterHistory {
  let before: readonly Waiver[] = [];
  const changes: RegisterChange[] = [];
  const { versions, gaps } = registerVersions(file);
  const missing = [...gaps];
  for (const { text, reference, at } of versions) {
    const after = text === undefined ? [] : waiversOf(text, copy);
    if (!after) missing.push(`${file} cannot be read as it was at ${reference}`);
    else {
      changes.push(...changesBetween(before, after, { reference, ...(at ? { at } : {}) }));
      before = after;
    }
  }
  return { changes, gaps: missing };
}

/** The waivers whose form is right; undefined where the text is no register. */
function waiversOf(text: string, copy: string): readonly Waiver[] | undefined {
  writeFileSync(copy, text);
  const register = readRegister(copy, waiverRegisterSchema);
  return register.kind === 'read' ? entriesOf(register).map(({ waiver }) => waiver) : undefined;
}

function changesBetween(
  before: readonly Waiver[],
  after: readonly Waiver[],
  commit: Pick<RegisterChange, 'at' | 'reference'>,
): readonly RegisterChange[] {
  const [earlier, later] = [byId(before), byId(after)];
  const gone = before.filter(({ id }) => !later.has(id));
  return [
    ...gone.map((waiver): RegisterChange => ({ ...commit, kind: 'taken out', waiver, keys: [] })),
    ...after.flatMap((waiver): readonly RegisterChange[] => {
      const old = earlier.get(waiver.id);
      if (!old) return [{ ...commit, kind: 'entered', waiver, keys: [] }];
      const keys = differingKeys(old, waiver);
      return keys.length === 0 ? [] : [{ ...commit, kind: 'changed', waiver, keys }];
    }),
  ];
}

function byId(waivers: readonly Waiver[]): ReadonlyMap<string, Waiver> {
  return new Map(waivers.map((waiver) => [waiver.id, waiver]));
}

function differingKeys(before: Waiver, after: Waiver): readonly string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return keys.filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)));
}
