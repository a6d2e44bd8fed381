import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { resultSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const bad = scratch.write('out/bad.json', template({ Database: publicDatabase() }));
const parameters = scratch.write('parameters.json', { A: 'b' });

const bundle = async (name: string) => {
  const folder = scratch.path(name);
  const args = ['gate', scratch.path('out'), '--parameters', parameters, '--now', '2026-11-26', '--quiet'];
  const { status } = await run([...args, '--evidence', folder]);
  expect(status).toBe(1);
  return folder;
};

const check = (folder: string, list: string) =>
  execFileSync('/usr/bin/env', ['sha256sum', '-c', '--strict', list], { cwd: folder, stdio: 'pipe' }).toString();

describe('an evidence bundle', () => {
  it('holds result, rules, registers, waivers, options and the sums of what was read', async () => {
    const folder = await bundle('one');
    expect(readdirSync(folder).toSorted()).toEqual([
      'SHA256SUMS',
      'inputs.sha256',
      'registers.json',
      'result.json',
      'rules.json',
      'run.json',
      'waivers.json',
    ]);
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(resultSchema.parse(JSON.parse(text('result.json'))).verdict).toBe('fail');
    expect(JSON.parse(text('run.json'))).toMatchObject({
      profile: 'hk-s17',
      now: '2026-11-26T00:00:00.000Z',
      verdict: 'fail',
      options: { failOn: 'all', parameters },
    });
    expect(
      text('inputs.sha256')
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual([bad, parameters, '']);
  });

  it('has sums that sha256sum checks, of the inputs too, and that notice a change', async () => {
    const folder = await bundle('two');
    expect(
      check(folder, 'SHA256SUMS')
        .split('\n')
        .filter((line) => line.endsWith(': OK')),
    ).toHaveLength(6);
    expect(check('/', join(folder, 'inputs.sha256'))).toContain('bad.json: OK');
    writeFileSync(join(folder, 'waivers.json'), '[1]\n');
    expect(() => check(folder, 'SHA256SUMS')).toThrow('Command failed');
  });

  it('is the same byte for byte', async () => {
    const [first, second] = [await bundle('three'), await bundle('four')];
    for (const name of readdirSync(first)) {
      expect(readFileSync(join(first, name), 'utf8')).toBe(readFileSync(join(second, name), 'utf8'));
    }
  });

  it('that cannot be written exits 2', async () => {
    const { status } = await run(['gate', scratch.path('out'), '--evidence', bad]);
    expect(status).toBe(2);
  });
});

/** A config of a landing zone, in the folder `named`, with a register of waivers. */
async function configNaming(register: string): Promise<string> {
  await run(['init', scratch.path('zone')]);
  const config: object = parse(readFileSync(scratch.path('zone/landing-zone.yaml'), 'utf8'));
  return scratch.write('named/landing-zone.yaml', stringify({ ...config, waivers: [register] }));
}

describe('what is written', () => {
  it('ends with an error where the file system takes no folder', async () => {
    const { status, stderr } = await run(['gate', bad, '--quiet', '--evidence', '/proc/lionrock/evidence']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lionrock: cannot write \/proc\/lionrock\/evidence\/[\w.]+: E[A-Z]+/);
  });

  it('never takes the place of what was judged', async () => {
    const folder = scratch.path('apart');
    const file = scratch.write('apart/result.json', template({ Database: publicDatabase() }));
    const link = scratch.path('apart/link.json');
    symlinkSync(file, link);
    const waivers = scratch.write('waivers.yaml', 'waivers: []\n');
    const before = readFileSync(file, 'utf8');
    for (const args of [
      ['gate', file, '--format', `json=${file}`],
      ['gate', file, '--format', `json=${link}`],
      ['gate', file, '--format', `json=${folder}/../apart/result.json`],
      ['gate', file, '--evidence', folder],
      ['gate', file, '--waivers', waivers, '--format', `json=${waivers}`],
      ['gate', file, '--parameters', parameters, '--format', `json=${parameters}`],
      ['review', file, '-o', file],
      ['prove', 'residency', file, '--format', `json=${file}`],
      ['prove', 'reachability', file, '--format', `json=${file}`],
      ['prove', 'guardrails', file, '--format', `json=${file}`],
      ['diff', file, bad, '--format', `json=${bad}`],
    ]) {
      const { status, stderr } = await run(args);
      expect({ args, status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('is an input of this run, and the output would overwrite it'),
      });
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readFileSync(waivers, 'utf8')).toBe('waivers: []\n');
  });

  it('never takes the place of what the environment, a policy or a config names', async () => {
    const kept = 'waivers: []\n';
    const register = scratch.write('named/waivers.json', kept);
    const policy = scratch.write('named/policy.yaml', 'waivers: [waivers.json]\n');
    const LIONROCK_POLICY = policy;
    const args = ['gate', bad, '--format', `json=${policy}`];
    const config = await configNaming('waivers.json');
    for (const [asked, env] of [
      [args, { LIONROCK_POLICY }],
      [['gate', bad, '--format', `json=${register}`], { LIONROCK_POLICY }],
      [['gate', bad, '--evidence', scratch.path('named')], { LIONROCK_POLICY }],
      [['review', bad, '-o', policy], { LIONROCK_POLICY }],
      [['diff', bad, bad, '--format', `json=${policy}`], { LIONROCK_POLICY }],
      [['diff', bad, bad, '--format', `json=${register}`], { LIONROCK_POLICY }],
      [['gate', bad, '--format', `json=${register}`, '-c', config], {}],
    ] as const) {
      const { status, stderr } = await run(asked, { env });
      expect({ asked, status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('an input of this'),
      });
    }
    expect(readFileSync(policy, 'utf8')).toBe('waivers: [waivers.json]\n');
    expect(readFileSync(register, 'utf8')).toBe(kept);
    expect((await run(args)).status).toBe(1);
  });

  it('never takes the place of a file in a folder that is compared', async () => {
    const was = scratch.write('was/t.template.json', template({ Database: publicDatabase() }));
    const is = scratch.write('is/t.template.json', template({ Database: publicDatabase() }));
    const before = readFileSync(is, 'utf8');
    symlinkSync(scratch.path('is'), scratch.path('linked'));
    const compare = (output: string) =>
      run(['diff', scratch.path('was'), scratch.path('is'), '--format', `json=${output}`]);
    for (const file of [was, is, scratch.path('linked/t.template.json')]) {
      const { status, stderr } = await compare(file);
      expect(status).toBe(2);
      expect(stderr).toContain('which is an input of this run, and the output would overwrite it');
    }
    expect(readFileSync(is, 'utf8')).toBe(before);
    for (const _ of [1, 2]) expect((await compare(scratch.path('apart.change.json'))).status).toBe(0);
    expect((await compare(scratch.path('is/new.txt'))).status).toBe(0);
  });

  it('may take the place of an earlier result beside what was judged', async () => {
    const file = scratch.write('again/template.json', template({ Database: publicDatabase() }));
    const result = scratch.path('again/findings.txt');
    for (const _ of [1, 2]) {
      expect((await run(['gate', scratch.path('again'), '--format', `text=${result}`, '--quiet'])).status).toBe(1);
    }
    expect(readFileSync(result, 'utf8')).toContain('rds-not-public');
    expect(readFileSync(file, 'utf8')).toContain('Resources');
  });
});
