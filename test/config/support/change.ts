import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type ConfigProblem, type LoadOptions, type LoadResult } from '../../../lib/config';

const BASE = join(__dirname, '../../fixtures/config/base');
const CONFIG = 'landing-zone.yaml';

/** A replacement in the valid config: the text to replace has to occur once. */
export type Change = readonly [from: string, to: string];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of the valid config in a folder of its own, with other files written into it. */
export function copyOfBase(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lionrock-config-'));
  folders.push(folder);
  cpSync(BASE, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export interface Changed {
  readonly result: LoadResult;
  readonly problems: readonly SeenProblem[];
}

/** A problem as a user sees it, with the text of the line to which it points. */
export interface SeenProblem extends ConfigProblem {
  readonly lineText: string;
}

/** Loads the valid config with changes, which apply one after the other. */
export function loadChanged(changes: readonly Change[], options: LoadOptions & { folder?: string } = {}): Changed {
  const folder = options.folder ?? copyOfBase();
  const text = changes.reduce(replaceOnce, readFileSync(join(BASE, CONFIG), 'utf8'));
  const path = join(folder, CONFIG);
  writeFileSync(path, text);
  const result = loadConfig(path, options);
  return { result, problems: result.kind === 'wrong' ? result.problems.map(see) : [] };
}

function replaceOnce(text: string, [from, to]: Change): string {
  if (text.split(from).length !== 2) throw new Error(`expected "${from}" once in the config`);
  return text.replace(from, () => to);
}

function see(problem: ConfigProblem): SeenProblem {
  const lineText = readFileSync(problem.file, 'utf8').split('\n')[problem.line - 1] ?? '';
  return { ...problem, lineText: lineText.trim() };
}

/** One case of a table: what is changed, and what has to be reported, all of it and nothing else. */
export interface ChangeCase {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly problems: readonly {
    readonly path: string;
    /** Text that stands on the line. */
    readonly on: string;
    readonly message: string | RegExp;
    readonly remedy: string | RegExp;
    readonly expected?: string | RegExp;
    readonly found?: string | RegExp;
    readonly source?: string;
    /** Paths of the other places that are named. */
    readonly related?: readonly string[];
  }[];
}

/** Runs a table of cases. */
export function changeCases(title: string, cases: readonly ChangeCase[]): void {
  test.each(cases.map((each) => [each.name, each] as const))(`${title}: %s`, (_name, { changes, problems }) => {
    const { result, problems: seen } = loadChanged(changes);
    expect(seen.filter(speaksLibrary)).toEqual([]);
    expect(result.kind === 'unreadable' ? result.message : result.kind).toBe(
      problems.length === 0 ? 'loaded' : 'wrong',
    );
    expect(seen.map(({ path, message }) => ({ path, message }))).toEqual(
      problems.map(({ path, message }) => ({ path, message: text(message) })),
    );
    problems.forEach((expected, index) => {
      const actual = seen[index];
      expect(actual?.lineText).toContain(expected.on);
      expect(actual?.remedy).toEqual(text(expected.remedy));
      expect(actual?.source).toEqual(expected.source);
      if (expected.expected !== undefined) expect(actual?.expected).toEqual(text(expected.expected));
      if (expected.found !== undefined) expect(actual?.found).toEqual(text(expected.found));
      if (expected.related) expect(actual?.related?.map((each) => each.path)).toEqual(expected.related);
    });
  });
}

/** True when the words of the schema library reach the user. */
function speaksLibrary({ message, expected, remedy }: ConfigProblem): boolean {
  return /invalid (input|option|string|email)|zod|unrecognized|received|>=|<=|expected string/i.test(
    `${message} ${expected} ${remedy}`,
  );
}

function text(expected: string | RegExp): unknown {
  return typeof expected === 'string' ? expected : expect.stringMatching(expected);
}
