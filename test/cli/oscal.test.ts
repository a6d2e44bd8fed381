import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const bad = scratch.write('bad.json', template({ Database: publicDatabase() }));
const good = scratch.write(
  'good.json',
  template({ Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'x' } } }),
);
const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

const PLAN = 'plan-of-action-and-milestones.json';

describe('the OSCAL documents of the command line', () => {
  it('are a set, with the exit status of the verdict, the same byte for byte each time', async () => {
    const texts = async (name: string) => {
      const folder = scratch.path(name);
      const { status, stdout } = await run(['oscal', bad, '-o', folder, '--now', '2026-11-26']);
      expect(status).toBe(1);
      expect(stdout).toContain('verdict fail');
      return readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const);
    };
    const first = await texts('first');
    expect(first.map(([file]) => file)).toEqual([
      'assessment-plan.json',
      'assessment-results.json',
      'catalog.json',
      'component-definition.json',
      PLAN,
      'system-security-plan.json',
    ]);
    expect(await texts('second')).toEqual(first);
  });

  it('leave no plan of action from before when nothing is open', async () => {
    const folder = scratch.path('cleared');
    await run(['oscal', bad, '-o', folder, '--quiet']);
    expect(readdirSync(folder)).toContain(PLAN);
    const { stdout } = await run(['oscal', good, '-o', folder]);
    expect(stdout).toContain(`no ${folder}/${PLAN}`);
    expect(readdirSync(folder)).not.toContain(PLAN);
  });

  it('carry the sums of what was read and of the evidence', async () => {
    const [file, evidence] = [scratch.path('results.json'), scratch.path('evidence')];
    await run(['gate', bad, '--format', `oscal=${file}`, '--evidence', evidence, '--quiet']);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(sumOf(bad));
    expect(text).toContain(sumOf(`${evidence}/SHA256SUMS`));
  });

  it('need something to compare with before they can fail on what is new', async () => {
    const { status, stderr } = await run(['oscal', bad, '--fail-on', 'new', '-o', scratch.path('never')]);
    expect(status).toBe(2);
    expect(stderr).toContain('--baseline');
  });
});
