import { gate } from '../../../lib/gate';
import { profileById } from '../../../lib/profiles';
import { template } from '../support/databases';
import { Scratch } from '../support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const RULE = 'Properties.LifecycleConfiguration.Rules.0';
const COLDER = { Id: 'colder', Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 90 }] };

let count = 0;

/** Properties by which a change of a bucket's lifecycle keeps objects for a shorter time. */
async function shortened(before: readonly object[] | undefined, after: readonly object[]): Promise<string[]> {
  count += 1;
  const bucket = (Rules: readonly object[] | undefined) =>
    template({ B: { Type: 'AWS::S3::Bucket', Properties: Rules ? { LifecycleConfiguration: { Rules } } : {} } });
  const baseline = scratch.write(`${count}/before.json`, bucket(before));
  const inputs = [scratch.write(`${count}/after.json`, bucket(after))];
  const { findings } = await gate({ inputs, baseline, profile: profileById('hk-s17') });
  return findings.flatMap(({ rule, property = '' }) => (rule === 'retention-shortened' ? [property] : []));
}

describe('a lifecycle', () => {
  it.each<[string, readonly object[] | undefined]>([
    ['beside other rules', [COLDER]],
    ['as the only one', undefined],
    ['in place of others', [COLDER, { Id: 'uploads', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }]],
  ])('weakens by a new rule that deletes, %s', async (_, before) => {
    expect(await shortened(before, [{ Status: 'Enabled', ExpirationInDays: 1 }])).toEqual([`${RULE}.ExpirationInDays`]);
  });

  it('does not by a rule that has another name', async () => {
    const rules = (Id: string) => [{ Id, Status: 'Enabled', ExpirationInDays: 400 }];
    expect(await shortened([...rules('end'), COLDER], rules('deletion'))).toEqual([]);
  });

  it.each<[string, string, object, readonly string[]]>([
    ['is disabled takes nothing', 'Disabled', { Status: 'Disabled', ExpirationInDays: 1 }, []],
    ['begins to be in force', 'Disabled', { Status: 'Enabled', ExpirationInDays: 1 }, ['ExpirationInDays']],
    ['ends to be in force', 'Enabled', { Status: 'Disabled', ExpirationInDays: 0 }, []],
    ['may be in force', 'Disabled', { Status: { Ref: 'AWS::StackName' }, ExpirationInDays: 1 }, ['ExpirationInDays']],
  ])('in which a rule %s', async (_, was, rule, found) => {
    for (const Id of [undefined, 'end']) {
      const before = [{ Id, Status: was, ExpirationInDays: 1 }];
      expect(await shortened(before, [{ Id, ...rule }])).toEqual(found.map((name) => `${RULE}.${name}`));
    }
  });

  it('weakens by a new rule, but not by a disabled one', async () => {
    const ended = { Status: 'Disabled', ExpirationInDays: 1 };
    expect(await shortened(undefined, [ended])).toEqual([]);
    expect(await shortened([COLDER], [ended, COLDER])).toEqual([]);
  });

  it('weakens by a rule that was there, disabled, under another name', async () => {
    const rule = (Id: string, Status: string) => ({ Id, Status, ExpirationInDays: 9 });
    expect(await shortened([rule('a', 'Disabled')], [rule('b', 'Enabled')])).toEqual([`${RULE}.ExpirationInDays`]);
  });

  it.each<[string, string | undefined, string, boolean]>([
    ['that is new', undefined, '2030-01-01T00:00:00Z', true],
    ['that is earlier', '2031-01-01T00:00:00Z', '2030-01-01T00:00:00Z', true],
    ['that is later', '2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z', false],
  ])('weakens by a date of deletion %s', async (_, was, is, weaker) => {
    const rule = (ExpirationDate: string | undefined) => ({ Id: 'end', Status: 'Enabled', ExpirationDate });
    const before = was === undefined ? undefined : [rule(was)];
    expect(await shortened(before, [rule(is)])).toEqual(weaker ? [`${RULE}.ExpirationDate`] : []);
  });
});
