import { streamsOf } from '../../../lib/report/html/page/residency/streams';
import type { ReviewPath } from '../../../lib/model';

function path(change: Partial<ReviewPath>): ReviewPath {
  return {
    type: 'AWS::S3::Bucket',
    logicalId: 'Bucket',
    property: 'Properties.ReplicationConfiguration',
    kind: 'data',
    destination: 'eu-west-1',
    severity: 'high',
    status: 'fail',
    witness: [],
    template: 'a.template.json',
    message: 'Replication to another region',
    ...change,
  };
}

test('what leaves is one stream for each place, answer and transfer, what nothing covers first', () => {
  const streams = streamsOf([
    path({ status: 'pass', destination: 'sftp.example.mo', transfer: 'directory-to-macao' }),
    path({ logicalId: 'Other', kind: 'keys' }),
    path({}),
    path({ status: 'unknown', destination: 'unknown' }),
    path({ status: 'pass', destination: 'eu-west-1', transfer: 'copies' }),
  ]);
  expect(
    streams.map(({ status, destination, transfer, kinds, places }) => [status, destination, transfer, kinds, places]),
  ).toEqual([
    ['fail', 'eu-west-1', undefined, ['data', 'keys'], 2],
    ['unknown', 'unknown', undefined, ['data'], 1],
    ['pass', 'eu-west-1', 'copies', ['data'], 1],
    ['pass', 'sftp.example.mo', 'directory-to-macao', ['data'], 1],
  ]);
});
