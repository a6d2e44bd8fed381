import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy, readWaivers, waiverDaysUnder, type Floor, type GateOptions } from '../../gate';
import { dayAt, SEVERITIES, type Severity } from '../../model';

/** What happens where the gate could not decide: `closed` blocks, `open` lets pass and says so. */
export type Mode = 'closed' | 'open';

/** By what the hook judges. */
export type Settings = Pick<GateOptions, 'profile' | 'waivers' | 'floors' | 'failOn' | 'maxUnknown'>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The mode of `LIONROCK_HOOK_MODE`; whatever is not `open` is closed. */
export function modeOf(env: Environment): Mode {
  return env['LIONROCK_HOOK_MODE'] === 'open' ? 'open' : 'closed';
}

/**
 * Reads what was deployed with the hook: `profile.json`, `gate-policy.yaml`, `waivers-*.yaml` in its folder, and
 * `LIONROCK_HOOK_FAIL_ON` and `LIONROCK_HOOK_MAX_UNKNOWN`.
 * @throws Error when one of them cannot be read or is wrong.
 */
export function settingsOf(folder: string, env: Environment, now: Date): Settings {
  const floors = floorsOf(join(folder, 'gate-policy.yaml'));
  const profile = profileOf(join(folder, 'profile.json'));
  const terms = { waiverDays: waiverDaysUnder(profile, floors), today: dayAt(now, profile.timeZone) };
  const registers = readdirSync(folder).filter((file) => /^waivers-\d+\.yaml$/.test(file));
  const read = readWaivers(
    registers.toSorted().map((file) => join(folder, file)),
    terms,
  );
  if (read.kind === 'unreadable') throw new Error(read.message);
  const [problem] = read.problems;
  if (problem) throw new Error(`the register of waivers is wrong: ${problem.message}`);
  return {
    profile: { ...profile, waiverDays: terms.waiverDays },
    floors,
    failOn: failOnOf(env['LIONROCK_HOOK_FAIL_ON'] ?? 'all'),
    maxUnknown: countOf(env['LIONROCK_HOOK_MAX_UNKNOWN'] ?? '0'),
    ...(registers.length === 0 ? {} : { waivers: read.waivers }),
  };
}

type Profile = GateOptions['profile'];

function profileOf(file: string): Profile {
  const profile: Profile = JSON.parse(readFileSync(file, 'utf8'));
  const absentTypes = Object.entries(profile.absentTypes).map(([region, types]) => [region, new Set(types)]);
  return { ...profile, absentTypes: Object.fromEntries(absentTypes) };
}

/** The engines of a policy run in pipelines: here is neither CDK nor cfn-guard. */
function floorsOf(file: string): readonly Floor[] {
  if (!existsSync(file)) return [];
  const read = readPolicy(file);
  if (read.kind === 'unreadable') throw new Error(read.message);
  const { floor, problems } = read;
  if (!floor) throw new Error(`the policy is wrong: ${problems.map(({ message }) => message).join('; ')}`);
  return [{ ...floor, policy: { ...floor.policy, packs: [] } }];
}

function failOnOf(value: string): 'all' | Severity {
  const severity = SEVERITIES.find((known) => known === value);
  if (value !== 'all' && severity === undefined) {
    throw new Error(`found LIONROCK_HOOK_FAIL_ON=${value}, expected all, ${SEVERITIES.join(', ')}`);
  }
  return severity ?? 'all';
}

function countOf(value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`found LIONROCK_HOOK_MAX_UNKNOWN=${value}, expected a number`);
  return Number(value);
}
