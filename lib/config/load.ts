import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { SourceLocation } from '../model';
import type { Profile } from '../profiles';
import { meaningProblems, profileOf, profileProblems } from './checks';
import { codeFolderProblems } from './code-folders';
import { recipientKeyProblems } from './recipient-keys';
import { loadDocuments, type LoadedDocuments } from './documents';
import { placeProblem, sortProblems, type ConfigProblem, type ProblemDraft } from './problem';
import { landingZoneSchema, type LandingZoneConfig } from './schema';
import { repair, shapeProblems, type Rename, type RepairedConfig } from './shape';
import {
  find,
  locationOf,
  plain,
  readSource,
  UnreadableError,
  type Found,
  type Path,
  type ReadLimits,
  type Source,
} from './source';
import { sourceProblem } from './source-problem';

export interface LoadOptions {
  /** Where `!env` finds variables. @default the process's environment */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What reading may cost. @default 8 MiB of text, 400,000 words and marks, 1,000,000 values, 100 levels */
  readonly limits?: Partial<ReadLimits>;
}

/** Where the parts of a config were written. */
export interface ConfigSources {
  /** Files read: the config, what it includes, policy documents. */
  readonly files: readonly string[];
  /** Place of the value at a path, or of the nearest value above it. */
  locate(path: Path): SourceLocation;
}

/** What a config says of the registers beside it. */
export interface NamedByConfig extends Pick<LandingZoneConfig, 'waivers' | 'gatePolicy'> {
  readonly profile: Profile;
  /** Absolute path of the config's folder: relative paths in it start here. */
  readonly folder: string;
}

export interface LoadedConfig {
  readonly kind: 'loaded';
  /** Defaults filled in, policy documents read. */
  readonly config: LandingZoneConfig;
  readonly profile: Profile;
  /** Absolute path of the config's folder: relative paths in it start here. */
  readonly folder: string;
  readonly sources: ConfigSources;
}

/** The config cannot be read or parsed: one line, exit status 2. */
export interface UnreadableConfig {
  readonly kind: 'unreadable';
  readonly file: string;
  /** With the file and, where there is one, the position. */
  readonly message: string;
}

/** The config was read and is wrong: everything found at once, by position, exit status 1. */
export interface WrongConfig {
  readonly kind: 'wrong';
  readonly problems: readonly ConfigProblem[];
  /** Absent where its form does not let it be told. */
  readonly named?: NamedByConfig;
}

export type LoadResult = LoadedConfig | UnreadableConfig | WrongConfig;

/**
 * Reads `landing-zone.yaml` and checks it: form, meaning, and the files that it names. Touches no network.
 * @param path The file, as messages should name it.
 */
export function loadConfig(path: string, options: LoadOptions = {}): LoadResult {
  const { environment = process.env, limits } = options;
  try {
    const source = readSource(path, { environment, ...(limits ? { limits } : {}) });
    return check(source, dirname(path));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { kind: 'unreadable', file: error.file, message: error.message };
  }
}

function check(source: Source, displayFolder: string): LoadedConfig | WrongConfig {
  const parsed = landingZoneSchema.safeParse(plain(source.root));
  const examined = examine(source, parsed, displayFolder);
  const { problems, files } = examined;
  const profile = parsed.data && profileOf(parsed.data);
  if (problems.length > 0 || !parsed.success || profile === undefined) {
    const named = examined.config && namedBy(examined.config, displayFolder);
    return { kind: 'wrong', problems: sortProblems(problems, files), ...(named ? { named } : {}) };
  }
  const guardrails = { ...parsed.data.guardrails, policies: [...examined.policies] };
  return {
    kind: 'loaded',
    config: { ...parsed.data, guardrails },
    profile,
    folder: resolve(displayFolder),
    sources: { files, locate: (where) => locationOf(find(source.root, where).node.at) },
  };
}

/** Keys that say which registers there are, and by what they are judged. */
const NAMED: ReadonlySet<string> = new Set(['waivers', 'gatePolicy', 'profile', 'profiles']);

function namedBy(config: LandingZoneConfig, displayFolder: string): NamedByConfig | undefined {
  const profile = profileOf(config);
  const { waivers, gatePolicy } = config;
  return profile && { waivers, profile, folder: resolve(displayFolder), ...(gatePolicy ? { gatePolicy } : {}) };
}

interface Examined {
  /** Undefined where what it names had to be made up. */
  readonly config: LandingZoneConfig | undefined;
  readonly problems: readonly ConfigProblem[];
  readonly policies: LandingZoneConfig['guardrails']['policies'];
  readonly files: readonly string[];
}

/** Everything that is wrong: with reading, with the form, and, as far as the form allows, with the meaning. */
function examine(source: Source, parsed: z.ZodSafeParseResult<LandingZoneConfig>, displayFolder: string): Examined {
  const { root } = source;
  const lost = source.problems.map((problem) => problem.path).filter((where) => isNothing(find(root, where)));
  const issues = parsed.error?.issues ?? [];
  const repaired = parsed.success ? unrepaired(parsed.data) : repair(root, issues);
  const written = (path: Path): Path => writtenPath(path, repaired.renamed);
  const shape = [
    ...shapeProblems(issues, { root, value: plain(root), written: (path) => path }),
    ...shapeProblems(repaired.later, { root, value: repaired.value, written }),
  ].filter((draft) => !below(draft.path, lost));
  const found = repaired.config ? checkMeaning(repaired.config, displayFolder, source) : NOTHING_FOUND;
  const invented = [...repaired.invented, ...lost];
  const drafts = [...shape, ...found.drafts.filter((draft) => !restsOn(draft, invented))];
  const placed = drafts.map((draft) => placeProblem(draft, root, written));
  return {
    config: invented.some(([key]) => NAMED.has(String(key))) ? undefined : repaired.config,
    problems: [...source.problems.map(sourceProblem), ...placed, ...found.problems],
    policies: [...found.policies],
    files: [...source.files, ...found.files],
  };
}

function unrepaired(config: LandingZoneConfig): RepairedConfig {
  return { config, value: config, invented: [], renamed: [], later: [] };
}

const NOTHING_FOUND: LoadedDocuments = { policies: [], drafts: [], problems: [], files: [] };

function checkMeaning(config: LandingZoneConfig, folder: string, source: Source): LoadedDocuments {
  const documents = loadDocuments(config, folder, source.budget);
  const drafts = [
    ...profileProblems(config),
    ...meaningProblems(config, profileOf(config)),
    ...codeFolderProblems(config, folder),
    ...recipientKeyProblems(config, folder),
    ...documents.drafts,
  ];
  return { ...documents, drafts };
}

/** What rests on a value that was made up, or could not be read, is no statement about the config. */
function restsOn(draft: ProblemDraft, invented: readonly Path[]): boolean {
  return [draft.path, ...(draft.related ?? []), ...(draft.dependsOn ?? [])].some((path) => below(path, invented));
}

function writtenPath(path: Path, renamed: readonly Rename[]): Path {
  const rename = renamed.find(({ meant }) => below(path, [meant]));
  return rename ? [...rename.written, ...path.slice(rename.written.length)] : path;
}

function below(path: Path, others: readonly Path[]): boolean {
  return others.some((other) => other.every((key, index) => path[index] === key));
}

function isNothing({ node, exact }: Found): boolean {
  return exact && node.kind === 'scalar' && node.value === null;
}
