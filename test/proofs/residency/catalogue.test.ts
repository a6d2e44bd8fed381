import { EGRESS_PATHS, type EgressPath } from '../../../lib/proofs/residency';
import { casesFor, propertiesWith } from './generated';
import { OWN_ACCOUNT, prove, unitOf } from './world';

/** Paths that a deployment cannot be without: there is nothing to compare. */
const judged = EGRESS_PATHS.filter(({ wanted, ownRegion }) => !wanted && !ownRegion);

function statusesAt(path: EgressPath, value: unknown): readonly string[] {
  const properties = value === undefined ? {} : propertiesWith(path, value);
  const subject = { Subject: { Type: path.type, Properties: properties } };
  const bucket = (name: string) => ({ Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } });
  const graph = unitOf(
    { resources: subject },
    { resources: bucket('abroad'), region: 'us-west-2' },
    { resources: bucket('at-home'), account: OWN_ACCOUNT },
  );
  const root = path.path.split(/\[\]|\./)[0] ?? '';
  return prove(graph)
    .paths.filter(
      ({ logicalId, property }) => logicalId === 'Subject' && (property.includes(root) || property === 'Properties'),
    )
    .filter(({ message }) => message.startsWith(path.mechanism))
    .map(({ status }) => status);
}

describe.each(judged.map((path) => ({ name: `${path.type} ${path.path}`, path })))('$name', ({ path }) => {
  const { leaves, stays, open } = casesFor(path);

  test('out is reported', () => {
    expect(statusesAt(path, leaves)).toContain('fail');
  });

  if (stays !== 'never') {
    test('what stays is not', () => {
      expect(statusesAt(path, stays)).toEqual([]);
    });
  }

  if (open !== 'never') {
    test('what is not resolved is unknown', () => {
      expect([...new Set(statusesAt(path, open))]).toEqual(['unknown']);
    });
  }
});

describe('the catalogue', () => {
  test('holds every path of the reference once', () => {
    const compared = EGRESS_PATHS.filter(({ source }) => source !== 'ours');
    const keys = compared.map(({ type, path, predicate }) => `${type} ${path} ${predicate}`);
    expect(keys).toHaveLength(339);
    expect(new Set(EGRESS_PATHS.map(({ type, path }) => `${type} ${path}`)).size).toBe(EGRESS_PATHS.length);
  });

  test('never reports what is wanted', () => {
    const trail = { Trail: { Type: 'AWS::CloudTrail::Trail', Properties: { IsMultiRegionTrail: true } } };
    const store = { Store: { Type: 'AWS::CloudTrail::EventDataStore', Properties: { MultiRegionEnabled: true } } };
    expect(prove(unitOf({ resources: { ...trail, ...store } })).paths).toEqual([]);
  });
});
