import { and, not, or } from '../../model';
import { asText, isMap } from '../../template';
import { at, atLeast, guarded, judge, NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';
import { handsLogsOn } from './hands-logs-on';
import { holdsCopiesOfLogs, isDeliveredTo } from './is-store-of-logs';

/**
 * Of a bucket to which a service delivers logs; one without rules of a lifecycle keeps them, and one that
 * copies all to another bucket hands them on, and the copies are asked to stay. S3 copies no copies: a bucket of those keeps
 * them, whatever it replicates. Source: S3 user guide, What does Amazon S3 replicate.
 */
export const logStoreKeeps: Rule = {
  id: 'log-store-keeps',
  control: 'LOG-03',
  message: 'The lifecycle of the log store deletes logs before their time.',
  remediation: 'Set ExpirationInDays to at least what the profile asks of logs.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: guarded(
    (bucket, { graph }) =>
      or(and(not(handsLogsOn(bucket)), isDeliveredTo(bucket, graph)), holdsCopiesOfLogs(bucket, graph)),
    ({ properties }, { profile }) => {
      const days = profile.retentionDays.infrastructure.value;
      if (days === undefined) return NOT_APPLICABLE;
      const stated = at(properties, 'LifecycleConfiguration.Rules[]').flatMap(({ path, value }) =>
        !isMap(value) || asText(value['Status']) === 'Disabled' || value['ExpirationInDays'] === undefined
          ? []
          : [{ path: `${path}.ExpirationInDays`, value: value['ExpirationInDays'] }],
      );
      return judge(stated, atLeast(days, 'days'));
    },
  ),
};
