import { gate, type Registers } from '../../lib/gate';
import type { Finding, Transfer } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const transfer: Transfer = {
  id: 'copies',
  data: 'Published statistics',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'ap-southeast-1',
  mechanism: 'EFS replication',
  legalBasis: 'B/D consent',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2027-06-30',
};
const registers = (...transfers: readonly Transfer[]): Registers => ({
  landingZone: 'small',
  profile: 'hk-s17',
  deploymentModel: 'public',
  accounts: [],
  flows: [],
  transfers,
  properties: [],
});
const files = {
  Files: {
    Type: 'AWS::EFS::FileSystem',
    Properties: { ReplicationConfiguration: { Destinations: [{ Region: 'ap-southeast-1' }] } },
  },
};

async function judge(
  resources: object,
  register: Registers | undefined,
  now = '2026-11-26',
): Promise<readonly Finding[]> {
  const path = scratch.write('t.json', template(resources));
  const { findings } = await gate({
    inputs: [path],
    profile: profileById('hk-s17'),
    includePassed: true,
    now: new Date(now),
    ...(register ? { registers: register } : {}),
  });
  return findings.filter(({ rule }) => rule === 'data-stays-home' || rule.startsWith('registered-'));
}

const shown = (findings: readonly Finding[]) => findings.map(({ rule, status }) => `${status} ${rule}`).toSorted();

describe('what leaves', () => {
  test('fails with its way out where nothing is registered', async () => {
    const [found, ...others] = await judge(files, undefined);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ status: 'fail', rule: 'data-stays-home', control: 'RES-03' });
    expect(found?.witness).toMatchObject([{ logicalId: 'Files' }, { hop: 'ap-southeast-1' }]);
  });

  test.each<[string, Partial<Transfer>, object, readonly string[]]>([
    [
      'passes by a live transfer',
      {},
      files,
      ['pass data-stays-home', 'pass registered-transfer-current', 'pass registered-transfer-used'],
    ],
    [
      'fails by an expired one, which is a finding too',
      { expires: '2026-10-31' },
      files,
      ['fail data-stays-home', 'fail registered-transfer-current'],
    ],
    [
      'fails by one that leads elsewhere, which is unused',
      { to: 'eu-west-1' },
      files,
      ['fail data-stays-home', 'fail registered-transfer-used', 'pass registered-transfer-current'],
    ],
    [
      'passes while the review of its transfer is overdue, which is a finding',
      { review: '2026-10-31' },
      files,
      ['fail registered-transfer-current', 'pass data-stays-home', 'pass registered-transfer-used'],
    ],
  ])('%s', async (_, change, resources, expected) => {
    expect(shown(await judge(resources, registers({ ...transfer, ...change })))).toEqual(expected);
  });
});
