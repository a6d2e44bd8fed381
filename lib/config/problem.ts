import type { SourceLocation } from '../model';
import { find, locationOf, type Located, type Path, type Place } from './source';
import { describeFound } from './describe-found';

/** Something wrong with a config that was read: where, what, and how to put it right. */
export interface ConfigProblem extends SourceLocation {
  /** For example `accounts[3].vpcs[0].cidr`. */
  readonly path: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Clause that asks for it, for example `S17 17.3.1`. */
  readonly source?: string;
  /** Other places that the problem is about, for example the second of two overlapping networks. */
  readonly related?: readonly (SourceLocation & { readonly path: string })[];
}

/** A problem as a check states it: by path; the place in the file is found from that. */
export interface ProblemDraft {
  readonly path: Path;
  /** Point at the key, not at its value. */
  readonly onKey?: boolean;
  readonly message: string;
  /** @default the value at the path, in words */
  readonly found?: string;
  readonly expected: string;
  readonly remedy: string;
  readonly source?: string;
  readonly related?: readonly Path[];
  /** What the statement rests on beside `path`; it is not made when one of these values is itself in error. */
  readonly dependsOn?: readonly Path[];
}

/** Writes a path as people do: `accounts[3].vpcs[0].cidr`. */
export function pathText(path: Path): string {
  const text = path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join('');
  return text.startsWith('.') ? text.slice(1) : text;
}

/**
 * Finds the place of a drafted problem; one about something absent is placed at what should hold it.
 * @param written Where a path is really written, for misspelt keys.
 */
export function placeProblem(
  draft: ProblemDraft,
  root: Located,
  written: (path: Path) => Path = (path) => path,
): ConfigProblem {
  const { node, exact } = find(root, written(draft.path));
  const at = pointAt(node, draft.onKey === true || !exact);
  const related = draft.related?.map((path) => ({
    ...locationOf(pointAt(find(root, written(path)).node, false)),
    path: pathText(path),
  }));
  return {
    ...locationOf(at),
    path: pathText(draft.path),
    message: draft.message,
    found: draft.found ?? describeFound(exact ? node : undefined),
    expected: draft.expected,
    remedy: draft.remedy,
    ...(draft.source === undefined ? {} : { source: draft.source }),
    ...(related && related.length > 0 ? { related } : {}),
  };
}

/** A value of several lines is best shown by its key, unless the key stands in the file that includes the value. */
function pointAt(node: Located, preferKey: boolean): Place {
  const { keyAt, at } = node;
  if (!keyAt || keyAt.file !== at.file) return at;
  return preferKey || node.kind !== 'scalar' ? keyAt : at;
}

/** In the order of the files and of the lines in them; the same problem is listed once. */
export function sortProblems(problems: readonly ConfigProblem[], files: readonly string[]): readonly ConfigProblem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify([problem.file, problem.line, problem.column, problem.path, problem.message]);
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted(
      (a, b) =>
        files.indexOf(a.file) - files.indexOf(b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        (a.path < b.path ? -1 : Number(a.path > b.path)),
    );
}
