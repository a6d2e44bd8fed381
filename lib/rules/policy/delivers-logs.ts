import { and, forSome, type Trilean } from '../../model';
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

/** Whether a statement lets a service deliver logs. */
export function deliversLogs(item: Statement): Trilean {
  const services = item.principals.filter(({ kind }) => kind === 'Service').map(({ name }) => name);
  return and(
    isAllow(item),
    forSome(DELIVERERS, (service) => includesText(services, service)),
  );
}
