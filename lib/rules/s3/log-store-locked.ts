import { all, among, at, atLeast, either, field, guarded, isTrue, judge, type Guard } from '../check';
import type { Rule } from '../rule';
import { isStoreOfLogs } from './is-store-of-logs';

const PATH = 'ObjectLockConfiguration.Rule.DefaultRetention';

const locked: Guard = ({ properties }) => isTrue.test(properties['ObjectLockEnabled']);

/**
 * Of a bucket with Object Lock to which a service delivers logs. Without a default retention nothing is locked, and in
 * GOVERNANCE mode whoever may bypass it deletes. Buckets without Object Lock, to which some services cannot deliver
 * otherwise, are judged by what may be done with them.
 */
export const logStoreLocked: Rule = {
  id: 'log-store-locked',
  control: 'LOG-02',
  message: 'Logs can be changed or deleted before their time.',
  remediation: 'Give ObjectLockConfiguration a default retention in COMPLIANCE mode, for as long as logs must be kept.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: guarded(
    (bucket, context) => {
      const isLocked = locked(bucket, context);
      return isLocked === true ? isStoreOfLogs(bucket, context.graph) : isLocked;
    },
    ({ properties }, { profile }) => {
      const days = profile.retentionDays.infrastructure.value ?? 1;
      const long = either(
        field('Days', atLeast(days, 'days')),
        field('Years', atLeast(Math.ceil(days / 366), 'years')),
      );
      return judge(at(properties, PATH), all(field('Mode', among('COMPLIANCE')), long));
    },
  ),
};
