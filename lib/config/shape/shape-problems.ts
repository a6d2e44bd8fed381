import type { z } from 'zod';
import { describeFound } from '../describe-found';
import type { ProblemDraft } from '../problem';
import { find, type Key, type Located, type Path } from '../source';
import { expectationOf, oneOf } from './expectation';
import { landingZoneJsonSchema, schemaAt, type JsonSchema } from './json-schema';
import { valueAt } from './value-at';
import { allowedValues, meantKey, suggestedValue } from './suggest';

/** The config in which the schema found issues. */
export interface Examined {
  readonly root: Located;
  /** The value that was examined: as written, or repaired. */
  readonly value: unknown;
  /** Where a path is really written, for misspelt keys. */
  readonly written: (path: Path) => Path;
  /** Schema of the whole. @default that of the config */
  readonly schema?: JsonSchema;
}

/** Turns what the schema found wrong into problems in plain words. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[], examined: Examined): readonly ProblemDraft[] {
  const drafts = issues.flatMap((issue) => problemsOf(issue, examined));
  // A misspelt key is one mistake, not an unknown key and a missing one.
  const misspelt = new Set(drafts.flatMap((draft) => (draft.meant ? [JSON.stringify(draft.meant)] : [])));
  return drafts.filter((draft) => draft.meant || !misspelt.has(JSON.stringify(draft.path)));
}

/** `meant`: the path that the user most likely meant by a misspelt key. */
type ShapeProblem = ProblemDraft & { readonly meant?: Path };

function problemsOf(
  issue: z.core.$ZodIssue,
  { root, value, written, schema: whole = landingZoneJsonSchema() }: Examined,
): readonly ShapeProblem[] {
  const path = issue.path.filter(isKey);
  const found = find(root, written(path));
  const schema = schemaAt(path, (where) => valueAt(value, where), whole);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, found.node, schema));
  const absent = !found.exact || (found.node.kind === 'scalar' && found.node.value === null);
  if (absent) return [missing(issue, path, found.exact, schema)];
  return [wrongValue(issue, path, found.node, schema)];
}

function unknownKey(path: Path, key: string, parent: Located, schema: JsonSchema | undefined): ShapeProblem {
  const known = Object.keys(schema?.properties ?? {});
  const present = parent.kind === 'map' ? parent.children.keys() : [];
  const suggestion = meantKey(key, known, present);
  return {
    path: [...path, key],
    onKey: true,
    message: `unknown key "${key}"${suggestion ? `: did you mean "${suggestion}"?` : ''}`,
    found: `the key "${key}"`,
    expected: suggestion ? `the key "${suggestion}"` : `one of the keys ${oneOf(known)}`,
    remedy: suggestion ? `rename the key to "${suggestion}", or remove it` : 'remove the key',
    ...(suggestion ? { meant: [...path, suggestion] } : {}),
  };
}

function missing(issue: z.core.$ZodIssue, path: Path, written: boolean, schema: JsonSchema | undefined): ShapeProblem {
  const key = path.at(-1);
  const name = typeof key === 'string' ? `key "${key}"` : key === undefined ? 'the config' : `item ${key}`;
  const expected = expectedAt(issue, schema);
  const purpose = schema?.description ? ` (${schema.description})` : '';
  if (key === undefined) {
    const remedy = 'write a landing zone, beginning with "version: 1"; `lionrock init` writes one to start from';
    return { path, message: 'the config is empty', found: 'nothing', expected, remedy };
  }
  return {
    path,
    message: written ? `${name} has no value` : `required ${name} is missing`,
    found: 'nothing',
    expected,
    remedy: `${written ? 'give it a value, or remove it' : `add "${key}:" here`}${purpose}`,
  };
}

function wrongValue(issue: z.core.$ZodIssue, path: Path, node: Located, schema: JsonSchema | undefined): ShapeProblem {
  const expected = expectedAt(issue, schema);
  const found = describeFound(node);
  const suggestion = suggestedValue(issue, node);
  const message = `found ${found}, expected ${expected}`;
  const description = schema?.description ? ` (${schema.description})` : '';
  return {
    path,
    message: suggestion ? `${message}: did you mean "${suggestion}"?` : message,
    found,
    expected,
    remedy: suggestion ? `write "${suggestion}"` : `${remedyFor(issue, node, schema)}${description}`,
  };
}

function remedyFor(issue: z.core.$ZodIssue, node: Located, schema: JsonSchema | undefined): string {
  const isText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (isText && node.kind === 'scalar') return 'put the value in quotes';
  if (issue.code === 'invalid_type' && node.kind === 'scalar' && typeof node.value === 'string') {
    return `write ${wordsOf(issue, schema)}, without quotes`;
  }
  return 'correct the value';
}

function expectedAt(issue: z.core.$ZodIssue, schema: JsonSchema | undefined): string {
  if (issue.code === 'invalid_union' && issue.errors.length === 0) {
    const types = allowedValues(issue).map(String);
    return types.length > 0 ? oneOf(types) : expectationOf(issue);
  }
  const words = wordsOf(issue, schema);
  const example = issue.code === 'invalid_type' && issue.expected === 'string' ? schema?.examples?.[0] : undefined;
  return typeof example === 'string' ? `${words}, such as ${example}` : words;
}

/** Whole numbers are numbers first to the schema library. */
function wordsOf(issue: z.core.$ZodIssue, schema: JsonSchema | undefined): string {
  const isNumber = issue.code === 'invalid_type' && issue.expected === 'number';
  return isNumber && schema?.type === 'integer' ? 'a whole number' : expectationOf(issue);
}

function isKey(key: PropertyKey): key is Key {
  return typeof key !== 'symbol';
}
