import { and, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { among, companions, type Naming } from '../check';
import { letsDeliverLogs } from '../policy';

/** Services that deliver access logs only to buckets with S3’s own key and without Object Lock. */
const DELIVERERS = ['logging.s3.amazonaws.com', 'logdelivery.elasticloadbalancing.amazonaws.com'];

const BY_BUCKETS: Naming = {
  type: 'AWS::S3::Bucket',
  path: 'LoggingConfiguration.DestinationBucketName',
  name: 'BucketName',
};

/** The policies of a bucket, wherever in the unit they stand. */
export const BUCKET_POLICIES: Naming = { type: 'AWS::S3::BucketPolicy', path: 'Bucket', name: 'BucketName' };

/** The buckets whose objects are copied to this one. */
export const BY_REPLICATION: Naming = {
  type: 'AWS::S3::Bucket',
  path: 'ReplicationConfiguration.Rules[].Destination.Bucket',
  name: 'BucketName',
};

const takesLogs = among('LogDeliveryWrite');

/** Whether a bucket receives the access logs of buckets or load balancers, or the copies of one that does. */
export function isLogDestination(bucket: Resource, graph: Graph): Trilean {
  return or(
    receivesLogs(bucket, graph),
    ...companions(graph, bucket, BY_REPLICATION).map(({ resource, certainty }) =>
      and(certainty, receivesLogs(resource, graph)),
    ),
  );
}

function receivesLogs(bucket: Resource, graph: Graph): Trilean {
  return or(
    takesLogs.test(bucket.properties['AccessControl']),
    ...companions(graph, bucket, BY_BUCKETS).map(({ certainty }) => certainty),
    ...companions(graph, bucket, BUCKET_POLICIES).map(({ resource, certainty }) =>
      and(certainty, letsDeliverLogs(resource, DELIVERERS)),
    ),
  );
}
