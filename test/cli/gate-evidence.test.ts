import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
