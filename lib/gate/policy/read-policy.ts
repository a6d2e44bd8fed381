import { gatePolicySchema, readRegister, type ConfigProblem, type ProblemDraft } from '../../config';
import { nearest } from '../../model';
import { currentIds } from '../../rules';
import { ruleSet } from '../rule-set';
import type { Floor } from './floor';

/** A policy that could be read; `floor` is undefined when it is wrong. */
export interface ReadPolicy {
  readonly kind: 'read';
  readonly floor: Floor | undefined;
  /** Empty when the policy is right; otherwise nothing should be judged. */
  readonly problems: readonly ConfigProblem[];
}

/** A policy that cannot be read or parsed: one line with the file and, where there is one, the position. */
export interface UnreadablePolicy {
  readonly kind: 'unreadable';
  readonly message: string;
}

/** Reads `gate-policy.yaml`. */
export function readPolicy(file: string): ReadPolicy | UnreadablePolicy {
  const register = readRegister(file, gatePolicySchema);
  if (register.kind === 'unreadable') return register;
  const parsed = gatePolicySchema.safeParse(register.value);
  if (!parsed.success) return { kind: 'read', floor: undefined, problems: register.problems };
  const drafts = Object.keys(parsed.data.blocksFrom ?? {}).flatMap(ruleProblems);
  const problems = [...register.problems, ...drafts.map((draft) => register.place(draft))];
  return { kind: 'read', floor: problems.length === 0 ? { source: file, policy: parsed.data } : undefined, problems };
}

function ruleProblems(id: string): readonly ProblemDraft[] {
  const known = ruleSet().map((rule) => rule.id);
  if (currentIds(id).some((current) => known.includes(current))) return [];
  const near = nearest(id, known);
  return [
    {
      path: ['blocksFrom', id],
      onKey: true,
      message: `no rule is called "${id}"${near === undefined ? '' : `: did you mean "${near}"?`}`,
      found: `the key "${id}"`,
      expected: 'a rule of docs/generated/rules.md',
      remedy: near === undefined ? 'correct the id of the rule' : `write "${near}"`,
    },
  ];
}
