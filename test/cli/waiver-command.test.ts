import { existsSync, readFileSync } from 'node:fs';
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

const COMMENTED = `# Owned by the security team.
waivers:
  # The old portal.
  - id: W-2026-001
    rule: rds-not-public # until the supplier moves
    scope: { logicalId: Database }
    reason: The supplier connects from outside
    compensatingControl: Only from one address
    riskOwner: owner@e-services.example
    approver: ditso@cloud.example
    ticket: 'SEC-1'
    issued: 2026-11-01
    expires: 2027-01-31

  # The trial, which is over.
  - id: TRIAL
    control: WKL-01
    scope: { logicalId: Trial }
    reason: The trial has no data of anybody
    compensatingControl: Taken away every night
    riskOwner: owner@e-services.example
    approver: ditso@cloud.example
    ticket: SEC-2
    issued: 2026-10-01
    expires: 2026-10-31

  # The next one stays.
  - id: W-2026-007
    rule: bucket-versioned
    scope: { logicalId: Nowhere }
    reason: The import cannot write versions
    compensatingControl: Copied every night
    riskOwner: owner@e-services.example
    approver: ditso@cloud.example
    ticket: SEC-7
    issued: 2026-11-01
    expires: 2026-12-05 # soon
`;

let count = 0;
const register = (text = COMMENTED) => scratch.write(`${(count += 1)}/waivers.yaml`, text);
const read = (file: string): { waivers: readonly Waiver[] } => parse(readFileSync(file, 'utf8'));

const FIELDS = Object.entries({
  '--reason': 'The supplier connects from outside',
  '--compensating-control': 'Only from one address',
  '--risk-owner': 'owner@e-services.example',
  '--approver': 'ditso@cloud.example',
  '--ticket': 'SEC-9',
  '--expires': '2027-01-31',
}).flat();
const add = (file: string, ...args: string[]) => run(['waiver', 'add', '--waivers', file, ...FIELDS, ...NOW, ...args]);

/** A saved result of the gate. */
async function results(...args: string[]): Promise<string> {
  const file = scratch.path(`${(count += 1)}/results.json`);
  await run(['gate', bad, '--format', `json=${file}`, '--quiet', ...NOW, ...args]);
  return file;
}

describe('waiver add', () => {
  it('adds at the end, with the next id and today’s date, and keeps comments and order', async () => {
    const file = register();
    const { status, stdout, stderr } = await add(file, '--rule', 'rds-not-public', '--account', '110000000011');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`added to ${file}`);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(COMMENTED)).toBe(true);
    expect(read(file).waivers.at(-1)).toEqual(
      waiver({
        id: 'W-2026-008',
        scope: { account: '110000000011' },
        ticket: 'SEC-9',
        issued: '2026-11-26',
      }),
    );
  });

  it('makes a register when there is none, which the gate takes', async () => {
    const file = scratch.path('new-waivers.yaml');
    expect((await add(file, '--rule', 'rds-not-public', '--logical-id', 'Database')).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^# yaml-language-server: \$schema=.*waivers\.schema\.json\n/);
    const { findings } = resultSchema.parse(JSON.parse(readFileSync(await results('--waivers', file), 'utf8')));
    expect(findings.find(({ rule }) => rule === 'rds-not-public')?.waiver).toBe('W-2026-001');
  });

  it('takes rule, control and the narrowest scope from a finding', async () => {
    const file = register('waivers: []\n');
    const saved = await results();
    const { findings } = resultSchema.parse(JSON.parse(readFileSync(saved, 'utf8')));
    const finding = findings.find(({ rule }) => rule === 'rds-not-public');
    const { status, stderr } = await add(file, '--from-finding', finding?.id ?? '', saved);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read(file).waivers).toMatchObject([
      {
        rule: 'rds-not-public',
        control: 'WKL-01',
        scope: {
          stack: 'bad',
          logicalId: 'Database',
          type: 'AWS::RDS::DBInstance',
          property: 'Properties.PubliclyAccessible',
        },
      },
    ]);
    const after = resultSchema.parse(JSON.parse(readFileSync(await results('--waivers', file), 'utf8')));
    expect(after.findings.filter(({ status: each }) => each === 'waived').map(({ id }) => id)).toEqual([finding?.id]);
    expect(after.warnings).toEqual([]);
  });

  it('writes JSON into a register in JSON', async () => {
    const file = scratch.write('json/waivers.json', { waivers: [waiver()] });
    expect(
      (await add(file, '--rule', 'bucket-versioned', '--stack', 'x', '--tag', 'team=a', '--tag', 'tier=1')).status,
    ).toBe(0);
    const { waivers } = JSON.parse(readFileSync(file, 'utf8'));
    expect(waivers).toMatchObject([{ id: 'W-1' }, { scope: { stack: 'x', tag: { team: 'a', tier: '1' } } }]);
  });

  it('writes nothing when it is only asked to show', async () => {
    const file = register();
    const { status, stdout } = await add(file, '--rule', 'rds-not-public', '--stack', 'x', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('rule: rds-not-public');
    expect(readFileSync(file, 'utf8')).toBe(COMMENTED);
    const missing = scratch.path('not-made.yaml');
    expect((await add(missing, '--rule', 'rds-not-public', '--stack', 'x', '--dry-run')).status).toBe(0);
    expect(existsSync(missing)).toBe(false);
  });

  it.each<[string, string[], RegExp]>([
    [
      'an id that is taken',
      ['--id', 'TRIAL', '--rule', 'bucket-versioned', '--stack', 'x'],
      /holds a waiver TRIAL already/,
    ],
    [
      'the same exception',
      ['--rule', 'rds-not-public', '--logical-id', 'Database'],
      /the same exception already, as W-2026-001/,
    ],
    ['no scope', ['--rule', 'rds-not-public'], /--logical-id.*expected at least one key/],
    ['no subject', ['--stack', 'x'], /expected `control` or `rule`/],
    ['an unknown rule', ['--rule', 'rds-publik', '--stack', 'x'], /no rule is called "rds-publik"/],
    ['too long a life', ['--rule', 'rds-not-public', '--stack', 'x', '--expires', '2028-01-01'], /at most 92 days/],
    ['no day', ['--rule', 'rds-not-public', '--stack', 'x', '--expires', 'soon'], /--expires "soon": expected a day/],
    [
      'the owner as approver',
      ['--rule', 'rds-not-public', '--stack', 'x', '--approver', 'owner@e-services.example'],
      /nobody approves/,
    ],
    ['an approval to come', ['--rule', 'rds-not-public', '--stack', 'x', '--issued', '2026-11-27'], /which is to come/],
    ['a tag without a value', ['--rule', 'rds-not-public', '--tag', 'team'], /Expected KEY=VALUE/],
    [
      'a finding without results',
      ['--from-finding', '0123456789abcdef'],
      /needs the result in which the finding stands/,
    ],
    ['a finding that is not there', ['--from-finding', 'x', '@results'], /holds no finding "x"/],
  ])('refuses %s with exit status 2, and writes nothing', async (_, args, message) => {
    const file = register();
    const saved = args.includes('@results') ? await results() : '';
    const { status, stdout, stderr } = await add(file, ...args.map((arg) => (arg === '@results' ? saved : arg)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(readFileSync(file, 'utf8')).toBe(COMMENTED);
  });

  it('says which options are missing, all at once', async () => {
    const { status, stderr } = await run(['waiver', 'add', '--waivers', register(), '--rule', 'x', '--stack', 'y']);
    expect(status).toBe(2);
    for (const option of ['reason', 'compensating-control', 'risk-owner', 'approver', 'ticket', 'expires']) {
      expect(stderr).toContain(`--${option} is missing`);
    }
  });

  it('does not edit what is wrong (1), or cannot be read (2)', async () => {
    const args = ['--rule', 'rds-not-public', '--stack', 'x'];
    expect((await add(register('waivers: [{ id: W-1 }]\n'), ...args)).status).toBe(1);
    expect((await add(register('waivers: ['), ...args)).status).toBe(2);
    const { status, stderr } = await add(register('waivers: !x []\n'), ...args);
    expect(status).toBe(1);
    expect(stderr).toContain('unknown tag');
  });
});

describe('waiver list', () => {
  const list = (...args: string[]) => run(['waiver', 'list', ...NOW, ...args]);

  it('shows states and the days that are left', async () => {
    const { status, stdout } = await list('--waivers', register());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^W-2026-001 {2}rds-not-public {2}live, 66 days left \(2027-01-31\)$/m);
    expect(stdout).toMatch(/^TRIAL {2}WKL-01 {2}expired on 2026-10-31$/m);
    expect(stdout).toMatch(/^W-2026-007 {2}bucket-versioned {2}expiring, 9 days left \(2026-12-05\)$/m);
    expect(stdout).toMatch(/\n3 waivers: 1 live, 1 expiring, 1 expired\n$/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('writes JSON, and what matches nothing by a saved result', async () => {
    const file = register();
    const { stdout } = await list('--waivers', file, await results('--waivers', file), '--format', 'json');
    const { waivers } = JSON.parse(stdout);
    expect(waivers).toMatchObject([
      { id: 'W-2026-001', state: 'live', daysLeft: 66, unused: false, ticket: 'SEC-1' },
      { id: 'TRIAL', state: 'expired', daysLeft: -26, unused: true },
      { id: 'W-2026-007', state: 'expiring', daysLeft: 9, unused: true },
    ]);
  });

  it('cannot say so by a result that was judged without waivers, and needs a register', async () => {
    expect(await list('--waivers', register(), await results())).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('was judged without waivers'),
    });
    expect((await list('--waivers', 'nowhere.yaml')).status).toBe(2);
  });
});

describe('waiver prune', () => {
  const prune = (...args: string[]) => run(['waiver', 'prune', ...NOW, ...args]);

  it('removes what has expired, with its comments, and keeps all others', async () => {
    const file = register();
    const { status, stdout } = await prune('--waivers', file);
    expect(status).toBe(0);
    expect(stdout).toBe(`TRIAL  WKL-01  expired (2026-10-31), SEC-2\n1 waiver of 3 removed from ${file}\n`);
    const from = COMMENTED.indexOf('\n  # The trial');
    const to = COMMENTED.indexOf('\n  # The next one');
    expect(readFileSync(file, 'utf8')).toBe(COMMENTED.slice(0, from) + COMMENTED.slice(to));
  });

  it('removes also what matches nothing, by a saved result', async () => {
    const file = register();
    const { stdout } = await prune('--waivers', file, await results('--waivers', file));
    expect(stdout).toContain('W-2026-007  bucket-versioned  unused, SEC-7');
    expect(read(file).waivers.map(({ id }) => id)).toEqual(['W-2026-001']);
  });

  it('writes nothing when it is only asked to show, or nothing is over', async () => {
    const file = register();
    expect((await prune('--waivers', file, '--dry-run')).stdout).toContain('1 waiver of 3 would be removed');
    expect(readFileSync(file, 'utf8')).toBe(COMMENTED);
    const clean = register(stringify({ waivers: [waiver()] }));
    const before = readFileSync(clean, 'utf8');
    expect((await prune('--waivers', clean)).stdout).toContain('0 waivers of 1 removed');
    expect(readFileSync(clean, 'utf8')).toBe(before);
  });

  it('does not remove an entry on which another rests', async () => {
    const entry = (id: string, scope: string, expires: string) =>
      `  - ${JSON.stringify({ ...waiver({ id, expires }), scope: undefined }).slice(0, -1)}, "scope": ${scope} }\n`;
    const text = [
      'waivers:\n',
      entry('OLD', '&scope { "logicalId": "Database" }', '2026-11-02'),
      entry('NEW', '*scope', '2027-01-31'),
    ].join('');
    const file = register(text);
    const { status, stderr } = await prune('--waivers', file);
    expect(status).toBe(2);
    expect(stderr).toContain('edit the file by hand');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('leaves an empty list when all is over', async () => {
    const file = register(stringify({ waivers: [waiver({ expires: '2026-11-02' })] }));
    expect((await prune('--waivers', file)).status).toBe(0);
    expect(read(file)).toEqual({ waivers: [] });
  });
});
