import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy, readWaivers, waiverDaysUnder, type Floor, type GateOptions, type HookEstate } from '../../gate';
import { dayAt, SEVERITIES, type Severity } from '../../model';

/** What happens where the gate could not decide: `closed` blocks, `open` lets pass and says so. */
export type Mode = 'closed' | 'open';

/** By what the hook judges. */
export interface Settings {
  readonly options: Pick<
    GateOptions,
    'profile' | 'registers' | 'blocksFrom' | 'waivers' | 'floors' | 'failOn' | 'maxUnknown' | 'resourcesFollow'
  >;
  /** What is known of the landing zone; undefined for a hook that stands by itself. */
  readonly estate: HookEstate | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The mode of `LIONROCK_HOOK_MODE`; whatever is not `open` is closed. */
export function modeOf(env: Environment): Mode {
  return env['LIONROCK_HOOK_MODE'] === 'open' ? 'open' : 'closed';
}

/**
 * Reads what was deployed with the hook: `profile.json`, `estate.json`, `gate-policy.yaml`, `waivers-*.yaml` in its folder,
 * and `LIONROCK_HOOK_FAIL_ON`, `LIONROCK_HOOK_MAX_UNKNOWN` and `LIONROCK_HOOK_OPERATIONS`.
 * @throws Error when one of them cannot be read or is wrong.
 */
export function settingsOf(folder: string, env: Environment, now: Date): Settings {
  const estate = estateOf(join(folder, 'estate.json'));
  const floors = [...floorsOf(join(folder, 'gate-policy.yaml')), ...floorOf(estate)];
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
  const options = {
    profile: { ...profile, waiverDays: terms.waiverDays },
    floors,
    failOn: failOnOf(env['LIONROCK_HOOK_FAIL_ON'] ?? 'all'),
    maxUnknown: countOf(env['LIONROCK_HOOK_MAX_UNKNOWN'] ?? '0'),
    resourcesFollow: (env['LIONROCK_HOOK_OPERATIONS'] ?? '').split(' ').includes('RESOURCE'),
    ...(estate ? { registers: estate.registers, blocksFrom: estate.blocksFrom } : {}),
    ...(registers.length === 0 ? {} : { waivers: read.waivers }),
  };
  return { options, estate };
}

function estateOf(file: string): HookEstate | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The policy that the config of the landing zone states. */
function floorOf(estate: HookEstate | undefined): readonly Floor[] {
  if (!estate?.gatePolicy) return [];
  return [{ source: 'gatePolicy of the landing zone', policy: { ...estate.gatePolicy, packs: [] } }];
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
