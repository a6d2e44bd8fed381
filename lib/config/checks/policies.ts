import { GUARDRAIL_QUOTAS, nearest, type GuardrailType } from '../../model';
import type { ProblemDraft } from '../problem';
import type { LandingZoneConfig } from '../schema';
import type { Path } from '../source';
import type { Check } from './check';
import { ROOT, unitPaths } from './unit-paths';

/** Policies of AWS that are attached everywhere and count (FullAWSAccess, RCPFullAWSAccess). */
const ATTACHED_BY_AWS: Readonly<Partial<Record<GuardrailType, number>>> = {
  SERVICE_CONTROL_POLICY: 1,
  RESOURCE_CONTROL_POLICY: 1,
};

/** Places kept on every target for the policies that the landing zone generates. */
const KEPT_FOR_GENERATED: Readonly<Record<GuardrailType, number>> = {
  SERVICE_CONTROL_POLICY: 4,
  RESOURCE_CONTROL_POLICY: 2,
  DECLARATIVE_POLICY_EC2: 1,
  TAG_POLICY: 1,
  BACKUP_POLICY: 1,
  AISERVICES_OPT_OUT_POLICY: 1,
  S3_POLICY: 1,
};

/** Policies are attached to units and accounts that exist, and not to more than a target can take. */
export const checkPolicies: Check = (config) => {
  const targets = knownTargets(config);
  const counts = new Map<string, Path[]>();
  const problems = config.guardrails.policies.flatMap((policy, index) => {
    const seen = new Map<string, Path>();
    return policy.targets.flatMap((name, at): readonly ProblemDraft[] => {
      const path = ['guardrails', 'policies', index, 'targets', at];
      const matches = targets.get(name) ?? [];
      const [target] = matches;
      if (target === undefined) return [unknownTarget(path, name, [...targets.keys()], config)];
      if (matches.length > 1) return [ambiguousTarget(path, name, matches)];
      const earlier = seen.get(target);
      if (earlier) return [repeatedTarget(path, policy.name, name, earlier)];
      seen.set(target, path);
      counts.set(`${policy.type} ${target}`, [...(counts.get(`${policy.type} ${target}`) ?? []), path]);
      return [];
    });
  });
  return [...problems, ...tooMany(config, counts)];
};

/** Targets by each name that they may be given: path, bare name of a unit, name of an account. */
function knownTargets(config: LandingZoneConfig): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>([[ROOT, [ROOT]]]);
  const add = (name: string, target: string): void => {
    const known = targets.get(name) ?? [];
    if (!known.includes(target)) targets.set(name, [...known, target]);
  };
  const paths = [...unitPaths(config.organization.units).found.keys()];
  for (const path of paths) add(path, path);
  for (const path of paths.filter((each) => each.includes('/'))) {
    const name = path.split('/').at(-1) ?? path;
    // A unit at the top is meant by its name, which is its path.
    if (!paths.includes(name)) add(name, path);
  }
  for (const account of config.accounts) add(account.name, `account ${account.name}`);
  return targets;
}

function unknownTarget(path: Path, name: string, names: readonly string[], config: LandingZoneConfig): ProblemDraft {
  const meant = nearest(name, names);
  return {
    path,
    message: `there is no unit or account named "${name}"${meant ? `: did you mean "${meant}"?` : ''}`,
    expected: 'Root, the path of a unit, or the name of an account',
    remedy: meant ? `write "${meant}"` : 'correct the name',
    dependsOn: [
      ...config.organization.units.map((_, index) => ['organization', 'units', index, 'name']),
      ...config.accounts.map((_, index) => ['accounts', index, 'name']),
    ],
  };
}

function ambiguousTarget(path: Path, name: string, matches: readonly string[]): ProblemDraft {
  const message = `"${name}" can mean ${matches.join(' or ')}`;
  return { path, message, expected: 'one target', remedy: 'write the whole path of the unit' };
}

function repeatedTarget(path: Path, policy: string, name: string, earlier: Path): ProblemDraft {
  const message = `policy "${policy}" is attached to "${name}" twice`;
  return { path, message, expected: 'each target once', remedy: 'remove one of the two', related: [earlier] };
}

function tooMany(config: LandingZoneConfig, counts: ReadonlyMap<string, readonly Path[]>): readonly ProblemDraft[] {
  return [...counts].flatMap(([, paths]) => {
    const [first] = paths;
    const policy = config.guardrails.policies[Number(first?.[2])];
    if (!policy || !first) return [];
    const quota = GUARDRAIL_QUOTAS[policy.type];
    const byAws = ATTACHED_BY_AWS[policy.type] ?? 0;
    const room = quota.perTarget - byAws - KEPT_FOR_GENERATED[policy.type];
    const name = policy.targets[Number(first[4])] ?? '';
    return paths.slice(room, room + 1).map((path) => ({
      path,
      message: `"${name}" has ${paths.length} policies of the type ${policy.type}: too many on one target`,
      expected: `at most ${room}: ${quota.perTarget} to a target (${quota.source}, ${quota.date}), less ${byAws} of AWS and ${KEPT_FOR_GENERATED[policy.type]} kept for those that are generated`,
      remedy: 'join policies with the same targets into one document, or attach some of them to the units below',
    }));
  });
}
