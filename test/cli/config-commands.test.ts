import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { Scratch } from '../gate/support/scratch';
import { waiver } from '../gate/support/waiver';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

describe('init', () => {
  it('writes a config that is valid as it stands', async () => {
    const folder = scratch.path('new/folder');
    const { status, stdout } = await run(['init', folder]);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `wrote ${folder}/landing-zone.yaml\nedit it, then: lionrock validate -c ${folder}/landing-zone.yaml\n`,
    });
    expect(await run(['validate', '-c', `${folder}/landing-zone.yaml`])).toMatchObject({ status: 0, stderr: '' });
  });

  it('leaves a file that is there as it is', async () => {
    const folder = scratch.path('used');
    mkdirSync(folder);
    writeFileSync(`${folder}/landing-zone.yaml`, 'mine');
    const { status, stdout, stderr } = await run(['init', folder]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^lionrock: .*landing-zone\.yaml exists already, and was left as it is: /);
    expect(readFileSync(`${folder}/landing-zone.yaml`, 'utf8')).toBe('mine');
  });

  it('says why it cannot write', async () => {
    const file = scratch.write('file', 'x');
    const { status, stderr } = await run(['init', file]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: cannot make /);
  });
});

/** A config that is valid: its path. */
async function valid(): Promise<string> {
  const folder = scratch.path('valid');
  await run(['init', folder]);
  return `${folder}/landing-zone.yaml`;
}

describe('validate', () => {
  it('says in one line that a config is valid', async () => {
    const path = await valid();
    const { status, stdout, stderr } = await run(['validate', '-c', path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\S+ is valid: \d+ accounts, profile hk-s17, deployment model public\n$/);
  });

  it('checks the registers that the config names', async () => {
    const text = readFileSync(await valid(), 'utf8');
    const config = (name: string, change: (text: string) => string, ...waivers: string[]) =>
      scratch.write(`registers/${name}`, `${change(text)}\nwaivers: ${JSON.stringify(waivers)}\n`);
    const same = (each: string) => each;
    const now = ['--now', '2026-11-26'];
    scratch.write('registers/good.yaml', stringify({ waivers: [waiver()] }));
    scratch.write(
      'registers/bad.yaml',
      stringify({ waivers: [waiver({ approver: waiver().riskOwner, rule: 'no-such' })] }),
    );

    const good = await run(['validate', '-c', config('a.yaml', same, 'good.yaml'), ...now]);
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toMatch(/\n\S*good\.yaml is valid\n$/);

    const wrong = (each: string) => each.replace('deploymentModel: public', 'deploymentModel: pubic');
    const all = await run(['validate', '-c', config('b.yaml', wrong, 'good.yaml', 'bad.yaml', 'none.yaml'), ...now]);
    expect(all.status).toBe(1);
    for (const part of ['deploymentModel', 'no-such', 'approver']) expect(all.stdout).toContain(part);
    expect(all.stdout).toMatch(/b\.yaml, \S*bad\.yaml are wrong: 3 problems\n$/);
    expect(all.stderr).toContain('none.yaml');

    const unread = await run(['validate', '-c', config('c.yaml', same, 'none.yaml'), ...now]);
    expect(unread.status).toBe(2);
    expect(unread.stderr).toContain('none.yaml');
  });

  it('says whether more departments fit, and what runs out first', async () => {
    const example = 'examples/hk-government/landing-zone.yaml';
    const few = await run(['validate', '-c', example, '--departments', '5']);
    expect(few).toMatchObject({ status: 0, stderr: '' });
    expect(few.stdout).toMatch(/\n5 more departments beside 5 fit:\n {2}room for all {3}addresses of 10\.64\.0\.0\/14/);
    const many = await run(['validate', '-c', example, '--departments', '200']);
    expect(many.status).toBe(1);
    expect(many.stdout).toMatch(
      /\n200 more departments beside 5 do not fit:\n {2}room for \d+ .*: \d+ of 60, 3 a department; raised on request/,
    );
  });

  it('lists all problems at once: file, line, column, path, found, expected, remedy', async () => {
    const text = readFileSync(await valid(), 'utf8');
    const path = scratch.write(
      'wrong.yaml',
      text.replace('deploymentModel: public', 'deploymentModel: pubic').replace('10.64.8.0/23', '10.64.8.0/33'),
    );
    const { status, stdout, stderr } = await run(['validate', '-c', path]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const line = text.split('\n').findIndex((each) => each.startsWith('deploymentModel:')) + 1;
    expect(stdout).toContain(`${path}:${line}:18:\n    deploymentModel: `);
    expect(stdout).toContain(
      '\n  found:    "pubic"\n  expected: public, outsourced-private or in-house-private\n  remedy:   ',
    );
    expect(stdout).toContain('10.64.8.0/33');
    expect(stdout).toMatch(/ is wrong: 2 problems\n$/);
  });

  it('refuses a stated property about a zone that does not exist', async () => {
    const text = readFileSync(await valid(), 'utf8').replace(/(\nproperties:[^]*?\bto: )data/, '$1dat');
    const path = scratch.write('property.yaml', text);
    const { status, stdout } = await run(['validate', '-c', path]);
    expect(status).toBe(1);
    expect(stdout).toContain('properties[0].to: there is no zone named "dat": did you mean "data"?');
    expect(stdout).toContain('remedy:   write "data"');
  });

  it.each<[string, () => string]>([
    ['is missing', () => scratch.path('none.yaml')],
    ['is a folder', () => scratch.folder],
    ['is binary', () => scratch.write('binary.yaml', '\u0000\u0001\u0002')],
    ['is not YAML', () => scratch.write('odd.yaml', 'a: [1, 2\nb: {')],
  ])('exits 2 with one line when the file %s', async (_, path) => {
    const { status, stdout, stderr } = await run(['validate', '-c', path()]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^lionrock: [^\n]+\n$/);
  });
});

describe('synth', () => {
  it.each<[string, string[], number, RegExp]>([
    ['a config that is missing', ['-c', 'missing.yaml'], 2, /^lionrock: missing\.yaml: /],
    ['a config that is wrong', ['-c', scratch.write('short.yaml', 'version: 1\n')], 1, /is wrong: \d+ problems\n$/],
  ])('%s', async (_, args, expected, message) => {
    const { status, stdout, stderr } = await run(['synth', ...args]);
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('suggests the account that was meant', async () => {
    await run(['init', scratch.path('s')]);
    const { status, stderr } = await run(['synth', '-c', scratch.path('s/landing-zone.yaml'), '--account', 'netwrok']);
    expect(status).toBe(2);
    expect(stderr).toContain('holds no account "netwrok": did you mean network?');
  });
});

describe('allocate', () => {
  const wish = (text: string) => text.replace('cidr: 10.64.0.0/21', 'cidr: auto/21');

  it('enters free blocks, so that the config is valid again', async () => {
    const path = await valid();
    const before = readFileSync(path, 'utf8');
    const wanting = scratch.write('wanting/landing-zone.yaml', wish(before));
    expect(readFileSync(wanting, 'utf8')).not.toBe(before);
    expect((await run(['validate', '-c', wanting])).stdout).toContain('`lionrock allocate` enters a free one');
    const dry = await run(['allocate', '-c', wanting, '--dry-run']);
    expect(dry.stdout).toMatch(/vpcs\[0\]\.cidr: 10\.64\.0\.0\/21 for .*\nnothing was written to /);
    expect(readFileSync(wanting, 'utf8')).toBe(wish(before));
    expect(await run(['allocate', '-c', wanting])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(wanting, 'utf8')).toBe(before);
    expect((await run(['allocate', '-c', wanting])).stdout).toBe(`${wanting}: nothing wants a block\n`);
  });

  it('says 1 where nothing is free, and 2 where there is nothing to read', async () => {
    const text = readFileSync(await valid(), 'utf8');
    const full = scratch.write('full.yaml', wish(text).replace('cidr: auto/21', 'cidr: auto/12'));
    expect(await run(['allocate', '-c', full])).toMatchObject({ status: 1, stderr: '' });
    expect((await run(['allocate', '-c', full])).stdout).toMatch(/no block of \/12 is free in 10\.64\.0\.0\/16: /);
    expect(await run(['allocate', '-c', scratch.path('none.yaml')])).toMatchObject({ status: 2, stdout: '' });
    expect(await run(['allocate', '-c', scratch.write('broken.yaml', 'a: [')])).toMatchObject({
      status: 2,
      stdout: '',
    });
  });
});
