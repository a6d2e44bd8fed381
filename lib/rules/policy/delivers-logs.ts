import { and, forSome, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { resourceDocuments } from './documents';
import { isAllow, includesText } from './match';
import type { Statement } from './statement';

/** Services that deliver logs to a bucket by its policy. */
const DELIVERERS = [
  'cloudtrail.amazonaws.com',
  'config.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'logdelivery.elasticloadbalancing.amazonaws.com',
  'logging.s3.amazonaws.com',
];

/** Whether the policy of a bucket lets one of these services deliver logs. @param services Default: all that deliver. */
export function letsDeliverLogs(policy: Resource, services: readonly string[] = DELIVERERS): Trilean {
  const statements = resourceDocuments(policy).flatMap((document) => document.statements);
  return forSome(statements, (item) => letsDeliver(item, services));
}

function letsDeliver(item: Statement, services: readonly string[]): Trilean {
  return and(isAllow(item), () => {
    const named = item.principals.filter(({ kind }) => kind === 'Service').map(({ name }) => name);
    return forSome(services, (service) => includesText(named, service));
  });
}
