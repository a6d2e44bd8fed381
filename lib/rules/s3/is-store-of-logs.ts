import { and, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { companions } from '../check';
import { letsDeliverLogs } from '../policy';
import { BUCKET_POLICIES, BY_REPLICATION } from './is-log-destination';

/** Whether a service delivers logs to a bucket, or another bucket hands on those that it receives. */
export function isStoreOfLogs(bucket: Resource, graph: Graph): Trilean {
  return or(
    isDeliveredTo(bucket, graph),
    ...companions(graph, bucket, BY_REPLICATION).map(({ resource, certainty }) =>
      and(certainty, isDeliveredTo(resource, graph)),
    ),
  );
}

/** Whether the policy of a bucket lets a service deliver logs to it. */
function isDeliveredTo(bucket: Resource, graph: Graph): Trilean {
  return or(
    ...companions(graph, bucket, BUCKET_POLICIES).map(({ resource, certainty }) =>
      and(certainty, letsDeliverLogs(resource)),
    ),
  );
}
