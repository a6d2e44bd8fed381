import { changeSchema } from '../../lib/report';
import { publicDatabase, template } from '../gate/support/databases';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const logs = (days: number) => ({ Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: days, KmsKeyId: 'k' } });
const before = scratch.write('before.json', template({ Logs: logs(3653), Database: publicDatabase() }));
const weaker = scratch.write('weaker.json', template({ Logs: logs(1827), Database: publicDatabase() }));
const worse = scratch.write(
  'worse.json',
  template({ Logs: logs(3653), Database: publicDatabase(), Other: publicDatabase() }),
);
const better = scratch.write('better.json', template({ Logs: logs(3653) }));

const diff = async (...args: readonly string[]) => {
  const { status, stdout } = await run(['diff', ...args, '--format', 'json']);
  return { status, change: changeSchema.parse(JSON.parse(stdout)) };
};

describe('lionrock diff', () => {
  it('tells what the change weakens, though no rule fires', async () => {
    const { status, change } = await diff(before, weaker);
    expect(status).toBe(0);
    expect(change.weakened).toMatchObject([
      {
        rule: 'retention-shortened',
        control: 'CHG-02',
        logicalId: 'Logs',
        evidence: { observed: 1827, expected: 3653 },
      },
    ]);
    expect(change.new).toEqual([]);
    expect(change.summary).toMatchObject({ new: 1, fixed: 0, weakened: 1 });
  });

  it('tells what is new and what is fixed', async () => {
    const { change } = await diff(before, worse);
    expect(change.new.length).toBeGreaterThan(3);
    expect(change.new.every(({ logicalId }) => logicalId === 'Other')).toBe(true);
    const fixed = (await diff(before, better)).change;
    expect(fixed.summary).toMatchObject({ new: 0, weakened: 0 });
    expect(fixed.fixed.length).toBeGreaterThan(3);
  });

  it('says the same in words', async () => {
    const { stdout } = await run(['diff', before, weaker]);
    expect(stdout).toMatch(
      /^Protection\n {2}weaker +Logs \(AWS::Logs::LogGroup\): RetentionInDays is 1827, was 3653\n/,
    );
    expect(stdout).toMatch(/\nChange {5}1 weakened\n$/);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.includes(scratch.folder))).toEqual([]);
    expect((await run(['diff', before, better])).stdout).toMatch(
      /\n {2}fixed +critical rds-not-public: Database \(AWS::RDS::DBInstance\)\n/,
    );
  });

  it('fits a comment on a pull request', async () => {
    const { stdout } = await run(['diff', before, weaker, '--format', 'markdown']);
    expect(stdout).toContain('<details open><summary><strong>Protection</strong>');
    expect(stdout).toContain('🔴 **weaker** Logs (AWS::Logs::LogGroup): RetentionInDays is 1827, was 3653');
    expect(stdout.length).toBeLessThan(65_536);
  });

  it('is a page that runs nothing, and in which hostile names stay text', async () => {
    const hostile = scratch.write(
      'hostile/t.json',
      template({ Logs: { ...logs(1827), Metadata: { 'aws:cdk:path': 'a/<script>alert(1)</script>/Logs' } } }),
    );
    const earlier = scratch.write(
      'earlier/t.json',
      template({ Logs: { ...logs(3653), Metadata: { 'aws:cdk:path': 'a/<script>alert(1)</script>/Logs' } } }),
    );
    for (const format of ['html', 'markdown']) {
      const { stdout } = await run(['diff', earlier, hostile, '--format', format]);
      expect(stdout).toContain('RetentionInDays is 1827, was 3653');
      expect(stdout).not.toContain('<script');
    }
  });

  it.each<[string[], number]>([
    [[before, before], 0],
    [[before, worse], 0],
    [[before, worse, '--fail-on', 'new'], 1],
    [[before, weaker, '--fail-on', 'new'], 1],
    [[before, weaker, '--fail-on', 'high'], 1],
    [[before, weaker, '--fail-on', 'critical'], 0],
    [[before, before, '--fail-on', 'new'], 0],
    [[before, before, '--fail-on', 'all'], 1],
    [[before, before, '--fail-on', 'changed'], 0],
    [[before, weaker, '--fail-on', 'changed'], 1],
    [[before, better, '--fail-on', 'changed'], 1],
    [[before, weaker, '--fail-on', 'weakened'], 1],
    [[before, worse, '--fail-on', 'weakened'], 0],
    [[before, weaker, '--fail-on', 'opened'], 0],
    [[before, weaker, '--fail-on', 'opened,weakened'], 1],
    [[before, weaker, '--fail-on', 'anything'], 2],
    [[before, weaker, '--git', 'HEAD'], 2],
    [['missing.json', before], 2],
    [[before, 'missing.json'], 2],
    [[before], 2],
  ])('%j exits %d', async (args, expected) => {
    expect((await run(['diff', ...args])).status).toBe(expected);
  });
});
