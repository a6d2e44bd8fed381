import { Token } from 'aws-cdk-lib';
import { GUARDRAIL_QUOTAS, GUARDRAIL_TYPES, type GuardrailType } from '../../lib/model';
import type { AttachedGuardrail } from './attached-guardrail';

const TARGET = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/;
const LONGEST_NAME = 128;
const LONGEST_DESCRIPTION = 512;

/** Policies that AWS itself attaches to every target and that count towards its quota. */
const ATTACHED_BY_AWS: Readonly<Partial<Record<GuardrailType, string>>> = {
  SERVICE_CONTROL_POLICY: 'FullAWSAccess',
  RESOURCE_CONTROL_POLICY: 'RCPFullAWSAccess',
};

/** What is wrong with a set of guardrails, one sentence each: names, targets, sizes, numbers per target. */
export function guardrailProblems(attached: readonly AttachedGuardrail[]): readonly string[] {
  return [...duplicateNames(attached), ...attached.flatMap(problemsOfOne), ...tooManyPerTarget(attached)];
}

function duplicateNames(attached: readonly AttachedGuardrail[]): string[] {
  const names = attached.map((entry) => entry.guardrail.name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => `found two policies named "${name}": expected unique names; rename one`);
}

function problemsOfOne({ guardrail, targets }: AttachedGuardrail): string[] {
  const { name, type, description, document } = guardrail;
  const quota = GUARDRAIL_QUOTAS[type];
  const size = JSON.stringify(document).length;
  const problems: (string | false)[] = [
    (name.length === 0 || name.length > LONGEST_NAME) &&
      `found the policy name "${name}" of ${name.length} characters: expected 1 to ${LONGEST_NAME}; shorten it`,
    description.length > LONGEST_DESCRIPTION &&
      `"${name}" has a description of ${description.length} characters: expected at most ${LONGEST_DESCRIPTION}; shorten it`,
    size > quota.characters &&
      `"${name}" is ${size} characters long: expected at most ${quota.characters} for a ${type} (${quota.source}, ${quota.date}); divide it into two policies`,
    targets.length === 0 && `"${name}" is attached to nothing: expected at least one target; give one or remove it`,
    new Set(targets).size !== targets.length && `"${name}" names a target twice: ${targets.join(', ')}; remove one`,
  ];
  const wrong = targets
    .filter((target) => !Token.isUnresolved(target) && !TARGET.test(target))
    .map((target) => `"${name}" has the target "${target}": expected the id of a root (r-…), unit (ou-…) or account`);
  return [...problems.filter((problem) => problem !== false), ...wrong];
}

function tooManyPerTarget(attached: readonly AttachedGuardrail[]): string[] {
  const targets = new Set(attached.flatMap((entry) => entry.targets));
  return [...targets].flatMap((target) =>
    GUARDRAIL_TYPES.flatMap((type) => {
      const ours = attached.filter((entry) => entry.guardrail.type === type && entry.targets.includes(target)).length;
      const { perTarget } = GUARDRAIL_QUOTAS[type];
      const byAws = ATTACHED_BY_AWS[type];
      const count = ours + (byAws ? 1 : 0);
      if (ours === 0 || count <= perTarget) return [];
      return [
        `${target} has ${count} policies of the type ${type}${byAws ? ` (with ${byAws})` : ''}: expected at most ${perTarget}; set packed: true, or attach some to the units below`,
      ];
    }),
  );
}
