import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { gate, type GateOptions } from '../../lib/gate';
import { gatePolicySchema } from '../../lib/config';
import { profileById } from '../../lib/profiles';
import { resultSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { waiver } from '../gate/support/waiver';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));
const NOW = ['--now', '2026-11-26'];

let count = 0;
const write = (name: string, content: object): string => scratch.write(`${(count += 1)}/${name}`, stringify(content));
const flattened = (text: string) => text.replaceAll(/\s+/g, ' ');

const inherit = async (more: object): Promise<string> => {
  await run(['init', scratch.path('zone')]);
  const config: object = parse(readFileSync(scratch.path('zone/landing-zone.yaml'), 'utf8'));
  return scratch.write(`zone/${(count += 1)}.yaml`, { ...config, ...more });
};

describe('an option below the policy', () => {
  it.each<[string, object, string[], RegExp]>([
    ['severity', { failOn: 'high' }, ['--fail-on', 'critical'], /--fail-on critical is below the floor "failOn: high"/],
    ['severity, of all', { failOn: 'all' }, ['--fail-on', 'low'], /--fail-on low is below the floor "failOn: all"/],
    ['unknowns', { maxUnknown: 2 }, ['--max-unknown', '3'], /--max-unknown 3 is below the floor "maxUnknown: 2"/],
    [
      'suppressions',
      { inline: 'strict' },
      ['--inline', 'honour'],
      /--inline honour is below the floor "inline: strict"/,
    ],
  ])('is refused with exit status 2, and both are named: %s', async (_, policy, args, message) => {
    const file = write('gate-policy.yaml', policy);
    for (const options of [
      { args: [...args, '--policy', file], env: {} },
      { args, env: { LIONROCK_POLICY: file } },
    ]) {
      const { status, stdout, stderr } = await run(['gate', bad, ...options.args], { env: options.env });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
      expect(stderr).toContain(`of the policy ${file}`);
    }
    const { status, stderr } = await run(['gate', bad, '-c', await inherit({ gatePolicy: policy }), ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('(gatePolicy)');
  });

  it.each<[string, object, string[]]>([
    ['the same severity', { failOn: 'high' }, ['--fail-on', 'high']],
    ['more severities', { failOn: 'high' }, ['--fail-on', 'low']],
    ['all severities', { failOn: 'high' }, []],
    ['fewer unknowns', { maxUnknown: 2 }, ['--max-unknown', '1']],
    ['no floor', {}, ['--inline', 'honour', '--max-unknown', '99', '--fail-on', 'critical']],
    ['suppressions that count', { inline: 'honour' }, ['--inline', 'honour']],
    ['the same profile', { profile: 'hk-s17' }, ['--profile', 'hk-s17']],
  ])('is not one that asks for as much, or more: %s', async (_, policy, args) => {
    const { status, stderr } = await run(['gate', bad, '--policy', write('p.yaml', policy), ...args]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('does not slip through between two policies', async () => {
    const [one, other] = [write('one.yaml', { failOn: 'critical' }), write('other.yaml', { failOn: 'medium' })];
    const judge = (severity: string, policy: string, variable: string) =>
      run(['gate', bad, '--fail-on', severity, '--policy', policy], { env: { LIONROCK_POLICY: variable } });
    expect((await judge('high', one, other)).status).toBe(2);
    expect((await judge('high', other, one)).status).toBe(2);
    expect((await judge('medium', one, other)).status).toBe(1);
  });

  it('is another day than the present, on which expired waivers would count', async () => {
    const policy = write('p.yaml', { now: 'present' });
    const old = ['--now', '2020-01-01'];
    for (const [args, env] of [
      [[...old, '--policy', policy], {}],
      [old, { LIONROCK_POLICY: policy }],
      [['--policy', policy], { SOURCE_DATE_EPOCH: '1577836800' }],
      [['--policy', policy, '--now', '2999-01-01'], {}],
    ] as const) {
      const { status, stdout, stderr } = await run(['gate', bad, ...args], { env });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(flattened(stderr)).toContain('against the floor "now: present"');
    }
    expect((await run(['gate', bad, '--policy', policy])).status).toBe(1);
    expect((await run(['gate', bad, ...old])).status).toBe(1);
  });

  it('is a rule that the config puts off for longer', async () => {
    const judge = async (blocksFrom: object, allowed?: object) => {
      const config = await inherit({ blocksFrom });
      const policy = write('p.yaml', allowed === undefined ? {} : { blocksFrom: allowed });
      return run(['gate', bad, '-c', config, '--policy', policy, ...NOW]);
    };
    const rule = 'rds-not-public';
    expect((await judge({ [rule]: '2099-01-01' })).status).toBe(1);
    expect((await judge({ [rule]: '2027-01-01' }, { [rule]: '2027-01-01' })).status).toBe(1);
    const later = await judge({ [rule]: '2027-01-02' }, { [rule]: '2027-01-01' });
    expect(later.status).toBe(2);
    expect(later.stderr).toContain(
      'blocksFrom puts rds-not-public off until 2027-01-02, and it must block from 2027-01-01',
    );
    expect((await judge({ [rule]: '2027-01-01' }, {})).stderr).toContain('it must block from the start');
  });
});

describe('what no option says', () => {
  it('is said by the policy: the profile, which an organisation may extend', async () => {
    const judge = (...args: string[]) =>
      run(['gate', bad, '--policy', write('p.yaml', { profile: 'de-c5' }), '--format', 'json', ...args]);
    const profileOf = async (...args: string[]) =>
      resultSchema.parse(JSON.parse((await judge(...args)).stdout)).profile;
    expect(await profileOf()).toBe('de-c5');
    expect(
      await profileOf('--profile', write('profile.yaml', { id: 'our-c5', extends: 'de-c5', source: 'Policy 12' })),
    ).toBe('our-c5');
    const other = await judge('--profile', 'hk-s17');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('--profile hk-s17 is not the floor "profile: de-c5"');
  });

  it('is said by the policy: engines, by paths relative to it', async () => {
    const rule = 'rule never when Resources exists { Resources.*.Type == "Never" }\n';
    scratch.write('with-guard/own.guard', rule);
    const file = scratch.write('with-guard/policy.yaml', stringify({ packs: ['own.guard'] }));
    const { stdout } = await run(['gate', bad, '--policy', file, '--format', 'json']);
    const { findings } = resultSchema.parse(JSON.parse(stdout));
    expect(findings.map(({ rule: id }) => id)).toContain('never');
    const unknown = await run(['gate', bad, '--policy', write('p.yaml', { packs: ['Nowhere'] })]);
    expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('unknown pack "Nowhere"') });
  });

  it('is said by the policy: registers, and no others count', async () => {
    scratch.write('central/waivers.yaml', stringify({ waivers: [waiver()] }));
    const policy = scratch.write('central/gate-policy.yaml', stringify({ waivers: ['waivers.yaml'] }));
    const judge = (...args: string[]) => run(['gate', bad, '--policy', policy, '--format', 'json', ...NOW, ...args]);
    const { findings } = resultSchema.parse(JSON.parse((await judge()).stdout));
    expect(findings.find(({ rule }) => rule === 'rds-not-public')?.waiver).toBe('W-1');
    expect((await judge('--waivers', scratch.path('central/waivers.yaml'))).status).toBe(1);
    const own = await judge('--waivers', write('own.yaml', { waivers: [] }));
    expect(own.status).toBe(2);
    expect(own.stderr).toMatch(
      /own\.yaml does not count by the policy .*gate-policy\.yaml, which allows .*waivers\.yaml/,
    );
  });

  it('is not said by --waivers where the config states a policy', async () => {
    const own = write('own.yaml', { waivers: [] });
    const judge = async (config: object) => run(['gate', bad, '--waivers', own, '-c', await inherit(config), ...NOW]);
    expect((await judge({})).status).toBe(1);
    const refused = await judge({ gatePolicy: {} });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/own\.yaml does not count by the policy .*\(gatePolicy\), which allows none/);
  });

  it('shortens the lives of waivers', async () => {
    const register = write('waivers.yaml', { waivers: [waiver()] });
    const judge = (days: object) =>
      run(['gate', bad, '--waivers', register, '--policy', write('p.yaml', { waiverDays: days }), ...NOW]);
    const refused = await judge({ critical: 30 });
    expect(refused.status).toBe(1);
    expect(flattened(refused.stderr)).toContain(
      'it is to last 91 days, and what it waives (rds-not-public) is of severity critical',
    );
    expect(flattened(refused.stderr)).toContain('at most 30 days after 2026-11-01');
    // Longer than those of the profile they never are.
    expect((await judge({ critical: 91 })).stderr).toBe('');
    const longer = write('longer.yaml', { waivers: [waiver({ expires: '2027-12-31' })] });
    const policy = write('p.yaml', { waiverDays: { critical: 999 } });
    expect((await run(['gate', bad, '--waivers', longer, '--policy', policy, ...NOW])).stderr).toContain(
      'at most 92 days',
    );
  });
});

describe('a policy that is wrong', () => {
  it.each<[string, string, number, RegExp]>([
    ['missing', 'nowhere.yaml', 2, /^lionrock: nowhere\.yaml: there is no such file/],
    ['not YAML', 'failOn: [', 2, /is not valid YAML/],
    ['of an unknown key', 'failon: high\n', 1, /:1:1: failon: unknown key "failon": did you mean "failOn"\?/],
    ['of an unknown severity', 'failOn: higher\n', 1, /:1:9: failOn: found "higher", expected all, critical/],
    ['of an unknown profile', 'profile: mars\n', 2, /^lionrock: unknown profile "mars"/],
    ['of an unknown rule', 'blocksFrom: { rds-publik: 2027-01-01 }\n', 1, /blocksFrom\.rds-publik: no rule is called/],
  ])('because it is %s', async (name, text, expected, message) => {
    const file = name === 'missing' ? text : scratch.write(`${(count += 1)}/policy.yaml`, text);
    const { status, stdout, stderr } = await run(['gate', bad], { env: { LIONROCK_POLICY: file } });
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
    expect(flattened(stderr)).toMatch(message);
  });
});

it.each([
  ['in the environment', [], { LIONROCK_POLICY: '' }, 'LIONROCK_POLICY is empty'],
  ['of blanks', [], { LIONROCK_POLICY: ' ' }, 'LIONROCK_POLICY is empty'],
  ['as an option', ['--policy', ''], {}, '--policy is empty'],
])('a policy that is named by nothing is refused: %s', async (_, args, env, message) => {
  const { status, stdout, stderr } = await run(['gate', bad, ...args], { env });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`${message}: expected the file of the gate's policy; unset it`);
});

describe('the library', () => {
  const floor = (policy: object) => ({ source: 'central', policy: gatePolicySchema.parse(policy) });
  const judge = (policy: object, more: Partial<GateOptions> = {}) =>
    gate({ inputs: [bad], profile: profileById('hk-s17'), floors: [floor(policy)], failOn: 'critical', ...more });

  it('makes an option below a floor an error of the run, so that it never passes', async () => {
    const lenient = { blocksFrom: { 'rds-not-public': '2099-01-01' } };
    expect((await judge({}, lenient)).verdict).toBe('pass');
    const { verdict, errors } = await judge({ failOn: 'high', packs: ['AwsSolutions'] }, lenient);
    expect(verdict).toBe('unknown');
    expect(errors).toEqual([
      { kind: 'policy', path: 'central', message: expect.stringContaining('--fail-on critical is below the floor') },
      { kind: 'policy', path: 'central', message: expect.stringContaining('the engine AwsSolutions does not run') },
    ]);
  });

  it.each<[string, string, string | undefined, boolean]>([
    ['of the day on which the run began', '2020-01-01T00:00:00Z', '2020-01-01T15:59:59Z', true],
    ['of the next day, in the time zone of the profile', '2020-01-01T16:00:00Z', '2020-01-01T15:59:59Z', false],
    ['of the day before', '2019-12-31T15:59:59Z', '2020-01-01T00:00:00Z', false],
    ['of an earlier day, where the run begins now', '2020-01-01T00:00:00Z', undefined, false],
  ])('asks for a judgement of the present: one %s', async (_, now, began, isTaken) => {
    const { errors } = await judge(
      { now: 'present' },
      { now: new Date(now), ...(began === undefined ? {} : { began: new Date(began) }) },
    );
    expect(errors.map(({ kind }) => kind)).toEqual(isTaken ? [] : ['policy']);
    expect(errors.filter(({ message }) => !message.includes('against the floor "now: present"'))).toEqual([]);
  });

  it('takes what begins now for judged now, and no date for none', async () => {
    expect((await judge({ now: 'present' })).errors).toEqual([]);
    const { errors } = await judge({ now: 'present' }, { began: new Date('never') });
    expect(errors).toMatchObject([{ kind: 'option', path: 'began' }]);
  });

  it('holds lives of waivers against the shorter ones', async () => {
    const now = new Date('2026-11-26');
    const { errors } = await judge({ waiverDays: { critical: 90 } }, { waivers: [waiver()], now });
    expect(errors).toMatchObject([{ kind: 'waiver', message: expect.stringContaining('at most 90 days') }]);
  });
});
