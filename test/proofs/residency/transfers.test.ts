import type { Transfer } from '../../../lib/model';
import { prove, unitOf, type Given } from './world';

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

const files = (tags: object = {}) => ({
  Files: {
    Type: 'AWS::EFS::FileSystem',
    Properties: { ReplicationConfiguration: { Destinations: [{ Region: 'ap-southeast-1' }] }, ...tags },
  },
});
const named = {
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: { ReplicationConfiguration: { Role: 'r', Rules: [{ Destination: { Bucket: 'arn:aws:s3:::far' } }] } },
  },
};
const marker = {
  landingZone: 'lz',
  profile: 'hk-s17',
  deploymentModel: 'outsourced-private',
  account: 'portal',
  classification: 'RESTRICTED',
  personalData: true,
  systemTier: 2,
  capability: 'workload',
};

const one = (claims: object | undefined, given: Given, resources: object = files()) => {
  const { paths, transfers } = prove(unitOf({ resources: { ...resources }, ...(claims ? { claims } : {}) }), given);
  return { path: paths[0], transfers };
};

describe('a transfer of the register', () => {
  test('covers a way out, and is used', () => {
    const { path, transfers } = one(undefined, { register: [transfer] });
    expect(path).toMatchObject({ status: 'pass', transfer: 'copies', kind: 'data', destination: 'ap-southeast-1' });
    expect(transfers).toEqual([{ id: 'copies', status: 'live', paths: 1, problems: [] }]);
  });

  test.each<[string, Partial<Transfer>, string]>([
    ['to another region', { to: 'ap-southeast-2' }, ''],
    ['by another mechanism', { mechanism: 'S3 replication' }, 'does not name EFS::FileSystem'],
    ['from another region', { from: 'us-east-1' }, 'begins in us-east-1'],
    ['that has expired', { expires: '2026-06-30' }, 'expired on 2026-06-30'],
    ['that has not begun', { start: '2027-01-01' }, 'begins on 2027-01-01'],
  ])('%s covers nothing, and the message says what differs', (_, change, words) => {
    const { path } = one(undefined, { register: [{ ...transfer, ...change }] });
    expect(path).toMatchObject({ status: 'fail', transfer: null });
    expect(path?.message).toContain(words);
  });

  test('covers a stack abroad by its own kind, not by the kind of what stands in it', () => {
    const abroad = unitOf({ resources: files(), region: 'ap-southeast-1' });
    const stackPath = (mechanism: string) =>
      prove(abroad, { register: [{ ...transfer, from: 'ap-southeast-1', mechanism }] }).paths[0];
    expect(stackPath('CloudFormation stack')).toMatchObject({ logicalId: '', property: '', status: 'pass' });
    expect(stackPath('EFS file system')).toMatchObject({ logicalId: '', status: 'fail' });
  });

  test('does not cover what is classified above it, unless the store says otherwise', () => {
    const given = { register: [transfer] };
    expect(one({ marker }, given).path).toMatchObject({ status: 'fail', classification: 'RESTRICTED' });
    const tagged = files({ Tags: [{ Key: 'lionrock:classification', Value: 'UNCLASSIFIED' }] });
    expect(one({ marker }, given, tagged).path).toMatchObject({ status: 'pass', classification: 'UNCLASSIFIED' });
  });

  test('covers a destination that nothing tells only where the template claims it in the same words', () => {
    const copies = { ...transfer, mechanism: 'S3 replication' };
    const given = { register: [copies] };
    expect(one(undefined, given, named).path).toMatchObject({ status: 'unknown', transfer: null });
    expect(one({ transfers: [copies] }, given, named).path).toMatchObject({ status: 'pass', transfer: 'copies' });
    const other = { ...copies, data: 'Everything' };
    expect(one({ transfers: [other] }, given, named).path).toMatchObject({ status: 'unknown', transfer: null });
  });

  test.each<[string, Partial<Transfer>, string]>([
    ['by which nothing leaves', { to: 'eu-west-1' }, 'unused'],
    ['that has expired', { expires: '2026-06-30' }, 'expired'],
    ['whose review is overdue', { review: '2026-06-30' }, 'review overdue'],
  ])('%s is a problem of its own', (_, change, kind) => {
    const { transfers } = one(undefined, { register: [{ ...transfer, ...change }] });
    expect(transfers[0]?.problems.map((problem) => problem.kind)).toEqual([kind]);
  });

  test('may be used by an account that is not here', () => {
    const register = [{ ...transfer, to: 'eu-west-1' }];
    const { transfers } = one({ marker }, { register, accounts: ['portal', 'archive'] });
    expect(transfers[0]?.problems).toEqual([]);
  });
});

test('a claim without a register stays a claim', () => {
  expect(one({ transfers: [transfer] }, {}).path).toMatchObject({ status: 'unknown', transfer: 'copies' });
});
