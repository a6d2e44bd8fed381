import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Waiver } from '../../lib/model';
import { resultSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { waiver } from '../gate/support/waiver';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const NOW = ['--now', '2026-11-26'];
const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));

let count = 0;
const register = (waivers: readonly Partial<Waiver>[]) =>
  scratch.write(`registers/${(count += 1)}.yaml`, stringify({ waivers }));

async function judge(...args: string[]) {
  const { status, stdout, stderr } = await run(['gate', bad, '--format', 'json', ...NOW, ...args]);
  return { status, stderr, result: resultSchema.parse(JSON.parse(stdout)) };
}

/** A waiver for each thing that is wrong with the database, so that all of it passes. */
async function all(): Promise<readonly Waiver[]> {
  const { result } = await judge();
  return result.findings.map(({ rule }, index) => waiver({ id: `W-${index}`, rule }));
}

describe('gate --waivers', () => {
  it('exits 0 when all that fails is waived, and lists it with its waivers', async () => {
    const waivers = await all();
    const { status, stderr, result } = await judge('--waivers', register(waivers));
    expect({ status, stderr, verdict: result.verdict }).toEqual({ status: 0, stderr: '', verdict: 'pass' });
    expect(new Set(result.findings.map((finding) => `${finding.status} ${finding.waiver}`))).toEqual(
      new Set(waivers.map(({ id }) => `waived ${id}`)),
    );
    expect(result.waivers?.map(({ findings }) => findings)).toEqual(waivers.map(() => 1));
  });

  it('takes several registers', async () => {
    const [first, ...others] = await all();
    if (!first) throw new Error('expected findings');
    const both = await judge('--waivers', register([first]), '--waivers', register(others));
    expect(both.status).toBe(0);
    expect((await judge('--waivers', register(others))).status).toBe(1);
  });

  it('exits 1 once one of them has expired, by --now or by SOURCE_DATE_EPOCH', async () => {
    const file = register(await all());
    const late = await judge('--waivers', file, '--now', '2027-02-01');
    expect(late.status).toBe(1);
    expect(new Set(late.result.warnings.map(({ kind }) => kind))).toEqual(new Set(['waiver-expired']));
    const at = (epoch: string) => run(['gate', bad, '--waivers', file], { env: { SOURCE_DATE_EPOCH: epoch } });
    // 2027-01-31T15:59:59Z is the last second of the last day in Hong Kong.
    expect([(await at('1801411199')).status, (await at('1801411200')).status]).toEqual([0, 1]);
  });

  it('reads JSON too, and shows text for people', async () => {
    const file = scratch.write('registers/waivers.json', { waivers: [waiver()] });
    const { stdout, status } = await run(['gate', bad, '--waivers', file, ...NOW]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/WAIVED +critical +rds-not-public/);
    expect(stdout).toContain('1 waived');
  });

  it('is found through the config too, relative to its folder', async () => {
    await run(['init', scratch.path('zone')]);
    const config: object = parse(readFileSync(scratch.path('zone/landing-zone.yaml'), 'utf8'));
    scratch.write('zone/registers/waivers.yaml', stringify({ waivers: [waiver()] }));
    const file = scratch.write('zone/with-waivers.yaml', { ...config, waivers: ['registers/waivers.yaml'] });
    const { result } = await judge('-c', file);
    expect(result.findings.find(({ rule }) => rule === 'rds-not-public')?.waiver).toBe('W-1');
    const missing = scratch.write('zone/without.yaml', { ...config, waivers: ['elsewhere.yaml'] });
    expect(await run(['gate', bad, '-c', missing])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/zone\/elsewhere\.yaml: there is no such file/),
    });
  });

  it('knows organisation, units and names of accounts by the config', async () => {
    await run(['init', scratch.path('zone')]);
    const config = ['-c', scratch.path('zone/landing-zone.yaml')];
    const { accounts, organization } = parse(readFileSync(config[1] ?? '', 'utf8'));
    const { id, name, unit } = accounts.find((account: { name: string }) => account.name === 'e-services-prod');
    const waivedBy = async (scope: Waiver['scope'], account = id) => {
      const args = ['--account', account, '--waivers', register([waiver({ scope })])];
      const { result } = await judge(...config, ...args);
      return result.findings.find(({ rule }) => rule === 'rds-not-public')?.status;
    };
    expect(await waivedBy({ organization: organization.id })).toBe('waived');
    expect(await waivedBy({ unit })).toBe('waived');
    expect(await waivedBy({ unit: unit.split('/')[0] })).toBe('waived');
    expect(await waivedBy({ account: name })).toBe('waived');
    expect(await waivedBy({ unit: 'Security' })).toBe('fail');
    expect(await waivedBy({ unit }, '999999999999')).toBe('fail');
  });
});

/** Without the breaks of lines that were too long. */
const flattened = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a register that is wrong', () => {
  it.each<[string, string, number, RegExp]>([
    ['is not there', 'missing.yaml', 2, /^lionrock: missing\.yaml: there is no such file $/],
    ['is not YAML', scratch.write('no.yaml', 'waivers: ['), 2, /no\.yaml:1:\d+: is not valid YAML/],
    ['is a folder', scratch.folder, 2, /is a folder; expected a file/],
    ['is empty', scratch.write('empty.yaml', '# nothing\n'), 1, /empty\.yaml:1:1: the file is empty/],
    ['is a bare list', scratch.write('list.yaml', '- id: W-1\n'), 1, /list\.yaml:1:1: .*expected a mapping/],
    [
      'takes values from elsewhere',
      scratch.write('env.yaml', 'waivers: !env W\n'),
      1,
      /env\.yaml:1:15: waivers: unknown tag !env/,
    ],
  ])('because it %s', async (_, file, expected, message) => {
    const { status, stdout, stderr } = await run(['gate', bad, '--waivers', file]);
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
    expect(flattened(stderr)).toMatch(message);
  });

  it('is refused with every problem of form and meaning, each at its place, before anything is judged', async () => {
    const file = scratch.write(
      'registers/wrong.yaml',
      `waivers:
  - id: W-1
    rule: rds-not-publik
    scope: { logicalId: Database }
    reason: The supplier connects from outside
    compensatingControl: Only from one address
    riskOwner: owner@e-services.example
    approver: OWNER@e-services.example
    ticket: SEC-1
    issued: 2026-12-01
    expires: 2027-01-31
  - id: W-2
    control: WKL-01
    scope: { acount: '110000000011' }
    reason: The supplier connects from outside
    compensatingControl: Only from one address
    riskOwner: owner@e-services.example
    approver: ditso@cloud.example
    ticket: SEC-1
    issued: 2026-11-01
    expires: 2027-03-31
  - id: W-1
    control: WKL-01
    scope: { logicalId: Database }
    reason: The supplier connects from outside
    compensatingControl: Only from one address
    riskOwner: owner@e-services.example
    approver: ditso@cloud.example
    ticket: SEC-1
    issued: 2026-11-01
    expires: 2027-03-31
`,
    );
    const { status, stdout, stderr } = await run(['gate', bad, '--waivers', file, ...NOW]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const flat = flattened(stderr);
    for (const words of [
      'wrong.yaml:3:11: waivers[0].rule: waiver "W-1": no rule is called "rds-not-publik": did you mean "rds-not-public"?',
      'wrong.yaml:8:15: waivers[0].approver: waiver "W-1": OWNER@e-services.example bears the risk and approves it',
      'wrong.yaml:10:13: waivers[0].issued: waiver "W-1": the approval is of 2026-12-01, which is to come: today is 2026-11-26',
      'wrong.yaml:14:14: waivers[1].scope.acount: unknown key "acount": did you mean "account"?',
      'wrong.yaml:22:9: waivers[2].id: the id "W-1" is taken:',
      'wrong.yaml:31:14: waivers[2].expires: waiver "W-1": it is to last 150 days, and what it waives (WKL-01) is of severity critical',
    ]) {
      expect(flat).toContain(words);
    }
    expect(stderr.match(/^ {2}found: /gm)?.length).toBe(stderr.match(/^ {2}remedy: /gm)?.length);
  });
});
