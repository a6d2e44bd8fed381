import type { z } from 'zod';
import { placeProblem, sortProblems, type ConfigProblem, type ProblemDraft } from '../problem';
import { shapeProblems, toJsonSchema } from '../shape';
import { plain, readSource, UnreadableError, type Source } from '../source';
import { sourceProblem } from '../source-problem';
import type { UnreadableConfig } from '../load';

/** A register that was read: what it holds, and all that is wrong with its form. */
export interface ReadRegister {
  readonly kind: 'read';
  readonly file: string;
  /** As written. */
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  /** Finds the place of what is wrong with the meaning. */
  place(draft: ProblemDraft): ConfigProblem;
}

/**
 * Reads a register: YAML or JSON, plain data without `!include` and `!env`, so that what its owners guard is all of it.
 * @param path The file, as messages should name it.
 */
export function readRegister(path: string, schema: z.ZodType): ReadRegister | UnreadableConfig {
  try {
    return examined(readSource(path, { environment: {}, tags: false }), path, schema);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { kind: 'unreadable', file: error.file, message: error.message };
  }
}

function examined({ root, problems, files }: Source, file: string, schema: z.ZodType): ReadRegister {
  const value = plain(root);
  const issues = schema.safeParse(value).error?.issues ?? [];
  const drafts =
    value === null
      ? [empty(schema)]
      : shapeProblems(issues, { root, value, written: (path) => path, schema: toJsonSchema(schema) });
  const place = (draft: ProblemDraft): ConfigProblem => placeProblem(draft, root);
  // What could not be read is no statement about the form.
  const told = new Set(problems.map(({ path }) => JSON.stringify(path)));
  const found = [
    ...problems.map(sourceProblem),
    ...drafts.filter(({ path }) => !told.has(JSON.stringify(path))).map(place),
  ];
  return { kind: 'read', file, value, problems: sortProblems(found, files), place };
}

function empty(schema: z.ZodType): ProblemDraft {
  const keys = Object.keys(toJsonSchema(schema).properties ?? {});
  const remedy = `write its keys (${keys.join(', ')}); an empty list is \`[]\``;
  return { path: [], message: 'the file is empty', expected: 'a mapping of keys and values', remedy };
}
