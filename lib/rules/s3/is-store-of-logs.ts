import { and, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { companions } from '../check';
import { letsDeliverLogs } from '../policy';
import { BUCKET_POLICIES, BY_REPLICATION } from './is-log-destination';

/** Whether a service delivers logs to a bucket, or another bucket hands on those that it receives. */
export function isStoreOfLogs(bucket: Resource, graph: Graph): Trilean {
  return or(isDeliveredTo(bucket, graph), holdsCopiesOfLogs(bucket, graph));
}

/** Whether another bucket hands on to this one the logs that it receives; what cannot be resolved may mean any but itself. */
export function holdsCopiesOfLogs(bucket: Resource, graph: Graph): Trilean {
  return or(
    ...companions(graph, bucket, BY_REPLICATION)
      .filter(({ resource }) => resource !== bucket)
      .map(({ resource, certainty }) => and(certainty, isDeliveredTo(resource, graph))),
  );
}

/** Whether the policy of a bucket lets a service deliver logs to it. */
export function isDeliveredTo(bucket: Resource, graph: Graph): Trilean {
  return or(
    ...companions(graph, bucket, BUCKET_POLICIES).map(({ resource, certainty }) =>
      and(certainty, letsDeliverLogs(resource)),
    ),
  );
}
