import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { policyDocumentProblems, type DocumentProblem } from '../../proofs/guardrails/document';
import { placeProblem, type ConfigProblem, type ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import { includeTarget, plain, readText, UnreadableError, type Budget, type Located, type Path } from '../source';
import { isJsonError, readJson, type JsonError } from './read-json';

type Policy = LandingZoneConfig['guardrails']['policies'][number];

export interface LoadedDocuments {
  /** The config's policies, each with its document; as they were where that could not be read. */
  readonly policies: readonly Policy[];
  /** About what stands in the config. */
  readonly drafts: readonly ProblemDraft[];
  /** About what stands in a policy's own file. */
  readonly problems: readonly ConfigProblem[];
  readonly files: readonly string[];
}

interface One {
  readonly policy: Policy;
  readonly drafts?: readonly ProblemDraft[];
  readonly problems?: readonly ConfigProblem[];
  readonly file?: string;
}

/**
 * Reads the documents of policies that stand in files of their own, and checks all documents.
 * @param folder Folder of the config, as displayed.
 */
export function loadDocuments(config: LandingZoneConfig, folder: string, budget: Budget): LoadedDocuments {
  const each = config.guardrails.policies.map((policy, index): One => {
    const path = ['guardrails', 'policies', index];
    if (policy.file !== undefined) return fromFile(policy, policy.file, path, folder, budget);
    const drafts = policyDocumentProblems(policy.type, policy.document ?? {}).map((problem) =>
      draftOf(problem, policy, [...path, 'document']),
    );
    return { policy, drafts };
  });
  return {
    policies: each.map(({ policy }) => policy),
    drafts: each.flatMap(({ drafts }) => drafts ?? []),
    problems: each.flatMap(({ problems }) => problems ?? []),
    files: each.flatMap(({ file }) => file ?? []),
  };
}

function fromFile(policy: Policy, file: string, path: Path, folder: string, budget: Budget): One {
  const target = includeTarget(realpathSync(folder), join(folder, '-'), file);
  const refused = (why: string): One => ({ policy, drafts: [fileProblem(policy, why, [...path, 'file'])] });
  if (target.kind === 'refused') return refused(REFUSALS[target.why]);
  let text: string;
  try {
    text = readText(target.real, target.display, budget);
  } catch (error) {
    if (error instanceof UnreadableError) return refused(error.reason);
    throw error;
  }
  const json = readJson(text, target.display);
  const at = [...path, 'document'];
  if (isJsonError(json))
    return { policy, problems: [jsonProblem(json, policy, [...path, 'file'])], file: target.display };
  return { ...checked(policy, json, at), file: target.display };
}

function checked(policy: Policy, json: Located, path: Path): One {
  const document = plain(json);
  const problems = policyDocumentProblems(policy.type, document).map((problem) => {
    const placed = placeProblem(draftOf(problem, policy, []), json);
    return { ...placed, path: fullPath(path, placed.path) };
  });
  const isObject = typeof document === 'object' && document !== null;
  return { policy: isObject ? { ...policy, document: { ...document } } : policy, problems };
}

function fullPath(path: Path, inner: string): string {
  const [first, second, index, last] = path;
  const outer = `${String(first)}.${String(second)}[${String(index)}].${String(last)}`;
  return inner === '' || inner.startsWith('[') ? `${outer}${inner}` : `${outer}.${inner}`;
}

function draftOf(problem: DocumentProblem, policy: Policy, path: Path): ProblemDraft {
  return {
    path: [...path, ...problem.path],
    ...(problem.onKey ? { onKey: true } : {}),
    message: `policy "${policy.name}": ${problem.message}`,
    expected: problem.expected,
    remedy: problem.remedy,
  };
}

const REFUSALS = {
  absolute: 'is an absolute path',
  outside: 'is outside the folder of the config',
  missing: 'does not exist',
} as const;

function fileProblem(policy: Policy, why: string, path: Path): ProblemDraft {
  return {
    path,
    message: `the file of the policy "${policy.name}" ${why}`,
    expected: 'a JSON file inside the folder of the config, by a path relative to it',
    remedy: 'correct the path, or write the file',
  };
}

function jsonProblem({ message, ...location }: JsonError, policy: Policy, path: Path): ConfigProblem {
  return {
    ...location,
    path: `guardrails.policies[${String(path[2])}].file`,
    message: `the file of the policy "${policy.name}" ${message}`,
    found: 'text that is not JSON',
    expected: 'one JSON object',
    remedy: 'correct the file at this place',
  };
}
