import { and, not, or, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { absent, all, among, field, some, type Expectation } from '../check';

const RULES = 'ReplicationConfiguration.Rules';

const ENABLED = field('Status', among('Enabled'));

/** Objects under a key of KMS are copied only where a rule says so. */
const UNDER_KEYS = field('SourceSelectionCriteria.SseKmsEncryptedObjects.Status', among('Enabled'));

const UNFILTERED = all(
  ...['Prefix', 'Filter.Prefix', 'Filter.TagFilter', 'Filter.And'].map((path) => field(path, absent)),
);

const UNDER_KEY = field(
  'BucketEncryption.ServerSideEncryptionConfiguration',
  some(field('ServerSideEncryptionByDefault.SSEAlgorithm', among('aws:kms', 'aws:kms:dsse'))),
);

/**
 * Whether a bucket copies all that it receives to another one. S3 lets nothing expire of which the copy is pending or has
 * failed, so that such a bucket may keep logs for short. Unknown where rules copy a part, for it may be that of the logs.
 */
export function handsLogsOn({ properties }: Resource): Trilean {
  const copies = (...asked: readonly Expectation[]): Trilean =>
    or(
      field(RULES, some(all(ENABLED, UNDER_KEYS, ...asked))).test(properties),
      and(not(UNDER_KEY.test(properties)), field(RULES, some(all(ENABLED, ...asked))).test(properties)),
    );
  const everything = copies(UNFILTERED);
  return everything === false && copies() !== false ? 'unknown' : everything;
}
