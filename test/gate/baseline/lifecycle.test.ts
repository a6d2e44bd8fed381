import { gate } from '../../../lib/gate';
import { profileById } from '../../../lib/profiles';
import { template } from '../support/databases';
import { Scratch } from '../support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

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
    expect(await shortened(before, [{ Status: 'Enabled', ExpirationInDays: 1 }])).toEqual([
      'Properties.LifecycleConfiguration.Rules.0.ExpirationInDays',
    ]);
  });

  it('does not by a rule that has another name', async () => {
    const rules = (Id: string) => [{ Id, Status: 'Enabled', ExpirationInDays: 400 }];
    expect(await shortened([...rules('end'), COLDER], rules('deletion'))).toEqual([]);
  });
});
