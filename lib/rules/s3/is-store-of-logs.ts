import { and, or, type Trilean } from '../../model';
import type { Graph, Resource } from '../../template';
import { companions } from '../check';
import { letsDeliverLogs } from '../policy';
import { BUCKET_POLICIES } from './is-log-destination';

/** Whether the policy of a bucket lets a service deliver logs to it. */
export function isStoreOfLogs(bucket: Resource, graph: Graph): Trilean {
  return or(
    ...companions(graph, bucket, BUCKET_POLICIES).map(({ resource, certainty }) =>
      and(certainty, letsDeliverLogs(resource)),
    ),
  );
}
