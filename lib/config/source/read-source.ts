import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Budget, READ_LIMITS, type ReadLimits } from './budget';
import { includeTarget, type IncludeTarget } from './include';
import type { Located, Path } from './located';
import { parseYaml } from './parse-yaml';
import type { Place } from './place';
import { nothing, type Reader, type SourceProblem } from './reader';
import { readNode } from './read-node';
import { readText } from './read-text';

export interface Source {
  readonly root: Located;
  readonly problems: readonly SourceProblem[];
  /** Files read, as displayed: the config first, then what it includes, in order. */
  readonly files: readonly string[];
  readonly budget: Budget;
}

export interface ReadSourceOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<ReadLimits>;
  /** Whether `!include` and `!env` are known. @default true */
  readonly tags?: boolean;
}

const MAX_INCLUDES_DEEP = 20;

interface Run extends ReadSourceOptions {
  readonly folder: string;
  readonly budget: Budget;
  readonly problems: SourceProblem[];
  /** By real path; `open` while the file is being read. */
  readonly read: Map<string, Located | 'open'>;
  readonly files: string[];
}

/**
 * Reads a config and all that it includes.
 * @throws UnreadableError when one of the files cannot be read or parsed, or the whole is too much.
 */
export function readSource(path: string, options: ReadSourceOptions): Source {
  const budget = new Budget({ ...READ_LIMITS, ...options.limits });
  const text = readText(path, path, budget);
  const real = realpathSync(path);
  const run: Run = {
    ...options,
    folder: dirname(real),
    budget,
    problems: [],
    read: new Map([[real, 'open']]),
    files: [],
  };
  const root = readFile(run, text, path, []);
  return { root, problems: run.problems, files: run.files, budget };
}

function readFile(run: Run, text: string, display: string, path: Path): Located {
  run.files.push(display);
  const { file, contents } = parseYaml(text, display, run.budget);
  const reader: Reader = {
    file,
    budget: run.budget,
    environment: run.environment,
    tags: run.tags ?? true,
    read: (node, where, fallback) => readNode(reader, node, where, fallback),
    anchors: new Map(),
    report: (problem) => run.problems.push(problem),
    include: (target, at, where) => include(run, display, target, at, where),
  };
  const top: Place = { file, offset: 0 };
  return contents === null ? nothing(top) : readNode(reader, contents, path, top);
}

function include(run: Run, including: string, target: string, at: Place, path: Path): Located | undefined {
  const refuse = (message: string, found: string, remedy: string): undefined => {
    const expected = 'a YAML file inside the folder of the config, by a path relative to this file';
    run.problems.push({ path, at, message, found, expected, remedy });
  };
  const resolved = includeTarget(run.folder, including, target);
  if (resolved.kind === 'refused') return refuse(...REFUSALS[resolved.why](target));
  if (statSync(resolved.real).isDirectory()) {
    return refuse(`included "${target}" is a folder`, 'a folder', 'name one file; include each file by itself');
  }
  const known = run.read.get(resolved.real);
  if (known === 'open') {
    return refuse(`including "${target}" goes round in a circle`, 'a file that includes itself', 'break the circle');
  }
  if (known) {
    run.budget.spend('values', known.size, including);
    return known;
  }
  if ([...run.read.values()].filter((each) => each === 'open').length > MAX_INCLUDES_DEEP) {
    return refuse(
      `including "${target}" is too deep`,
      `more than ${MAX_INCLUDES_DEEP} files one in another`,
      'include files from the config itself',
    );
  }
  return readIncluded(run, resolved, path);
}

function readIncluded(run: Run, target: Extract<IncludeTarget, { kind: 'file' }>, path: Path): Located {
  run.read.set(target.real, 'open');
  const located = readFile(run, readText(target.real, target.display, run.budget), target.display, path);
  run.read.set(target.real, located);
  return located;
}

type Refusal = (target: string) => [message: string, found: string, remedy: string];
const REFUSALS: Readonly<Record<'absolute' | 'outside' | 'missing', Refusal>> = {
  absolute: (target) => [
    `included "${target}" is an absolute path`,
    `"${target}"`,
    'move the file below the config and write its path relative to this file',
  ],
  outside: (target) => [
    `included "${target}" is outside the folder of the config`,
    `"${target}"`,
    'move the file below the config: what a landing zone is made of stands in one folder',
  ],
  missing: (target) => [`included "${target}" does not exist`, `"${target}"`, 'correct the path, or write the file'],
};
