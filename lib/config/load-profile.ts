import { extendProfile, profileById, profileExtensionSchema, type Profile } from '../profiles';
import { extensionDrafts } from './checks';
import type { LoadOptions, UnreadableConfig, WrongConfig } from './load';
import { placeProblem, sortProblems, type ProblemDraft } from './problem';
import { shapeProblems } from './shape';
import { plain, readSource, UnreadableError, type Located, type Path, type Source } from './source';
import { sourceProblem } from './source-problem';

export interface LoadedProfile {
  readonly kind: 'loaded';
  readonly profile: Profile;
}

/** Where the config's schema has a profile of the organisation: a file holds one such entry. */
const ENTRY: Path = ['profiles', 0];

/**
 * Reads a profile of an organisation from a file of its own: one entry of the config's `profiles`.
 * @param path The file, as messages should name it.
 */
export function loadProfile(path: string, options: LoadOptions = {}): LoadedProfile | UnreadableConfig | WrongConfig {
  const { environment = process.env, limits } = options;
  try {
    return check(readSource(path, { environment, ...(limits ? { limits } : {}) }));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { kind: 'unreadable', file: error.file, message: error.message };
  }
}

function check(source: Source): LoadedProfile | WrongConfig {
  const value = plain(source.root);
  const parsed = profileExtensionSchema.safeParse(value);
  const drafts = parsed.success ? extensionDrafts(parsed.data, []) : shape(source.root, value, parsed.error.issues);
  const problems = [...source.problems.map(sourceProblem), ...drafts.map((draft) => placeProblem(draft, source.root))];
  if (problems.length > 0 || !parsed.success) return { kind: 'wrong', problems: sortProblems(problems, source.files) };
  return { kind: 'loaded', profile: extendProfile(profileById(parsed.data.extends), parsed.data) };
}

type Issues = Parameters<typeof shapeProblems>[0];

function shape(root: Located, value: unknown, issues: Issues): readonly ProblemDraft[] {
  const placed = issues.map((issue) => ({ ...issue, path: [...ENTRY, ...issue.path] }));
  const examined = { root, value: { profiles: [value] }, written: (path: Path) => path.slice(ENTRY.length) };
  return shapeProblems(placed, examined).map((draft) => ({ ...draft, path: draft.path.slice(ENTRY.length) }));
}
