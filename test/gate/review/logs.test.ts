import { logsReview } from '../../../lib/gate/review/logs';
import { joinedLogs } from '../../../lib/gate/review/units';
import type { LogsReview } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { graphOf, templateFromObject } from '../../../lib/template';

function logs(resources: object): LogsReview {
  const graph = graphOf([templateFromObject('logs.json', { Resources: resources })]);
  return logsReview(graph, { profile: profileById('hk-s17'), now: new Date('2026-11-26T00:00:00Z') });
}

const bucket = (properties: object) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const trail = (properties: object) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, ...properties },
});

describe('where logs go', () => {
  it.each([
    ['a reference', { Ref: 'Archive' }],
    ['a name', 'archive'],
  ])('is followed by %s to the store and how it keeps them', (_, name) => {
    const { flows, stores } = logs({
      Trail: trail({ S3BucketName: name }),
      Archive: bucket({
        BucketName: 'archive',
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } } },
        LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 400 }] },
      }),
    });
    const [flow] = flows.filter(({ kind }) => kind === 'API calls');
    expect(stores[flow?.store ?? -1]).toMatchObject({
      kind: 'bucket',
      name: 'archive',
      kept: 'days',
      keptDays: 400,
      lock: 'COMPLIANCE',
      lockDays: 365,
      encrypted: 'no',
    });
  });

  it('is told with the archive to which the store copies what it has', () => {
    const replication = (Status: string) => ({
      ReplicationConfiguration: { Rules: [{ Status, Destination: { Bucket: { 'Fn::GetAtt': ['Archive', 'Arn'] } } }] },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30 }] },
    });
    const storeOf = (status: string) =>
      logs({
        Trail: trail({ S3BucketName: { Ref: 'Landing' } }),
        Landing: bucket(replication(status)),
        Archive: bucket({ LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 400 }] } }),
      }).stores[0];
    expect(storeOf('Enabled')).toMatchObject({ keptDays: 30, copy: { name: 'Archive', kept: 'days', keptDays: 400 } });
    expect(storeOf('Disabled')).not.toHaveProperty('copy');
  });

  it('is told in words where the store is not of these templates', () => {
    const { flows } = logs({ Trail: trail({ S3BucketName: 'elsewhere' }) });
    expect(flows).toMatchObject([{ kind: 'API calls', destination: 'elsewhere' }]);
    expect(flows[0]).not.toHaveProperty('store');
  });

  it('is without end where nothing deletes, and unknown where a parameter says it', () => {
    const group = (properties: object) => ({ Type: 'AWS::Logs::LogGroup', Properties: properties });
    const stateful = (id: string) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { LoggingConfig: { LogGroup: { Ref: id } } },
    });
    const { stores } = logs({
      One: group({}),
      Two: group({ RetentionInDays: { Ref: 'Days' } }),
      A: stateful('One'),
      B: stateful('Two'),
    });
    expect(stores.map(({ kept }) => kept)).toEqual(['without end', 'unknown']);
  });

  it('counts what could log and names no destination', () => {
    expect(logs({ A: bucket({}), B: bucket({}) }).silent).toEqual([
      { kind: 'bucket access', type: 'AWS::S3::Bucket', count: 2 },
    ]);
  });

  it('stays right when units are joined', () => {
    const one = logs({ Trail: trail({ S3BucketName: { Ref: 'Archive' } }), Archive: bucket({ BucketName: 'one' }) });
    const two = logs({ Trail: trail({ S3BucketName: { Ref: 'Archive' } }), Archive: bucket({ BucketName: 'two' }) });
    const { flows, stores, silent } = joinedLogs([one, two]);
    expect(flows.map(({ store = -1 }) => stores[store]?.name)).toEqual(['one', 'two']);
    expect(silent).toEqual([{ kind: 'bucket access', type: 'AWS::S3::Bucket', count: 2 }]);
  });
});
