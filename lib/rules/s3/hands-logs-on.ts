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

/** What the rules of a bucket copy, of objects under a key of S3 itself or under any. */
interface Copies {
  readonly plain: Expectation;
  readonly underAny: Expectation;
}

const SOME = copies();

const EVERYTHING = copies(UNFILTERED);

/**
 * Whether a bucket copies all that it receives to another one. S3 lets nothing expire of which the copy is pending or has
 * failed, so that such a bucket may keep logs for short. Unknown where rules copy a part, for it may be that of the logs.
 */
export function handsLogsOn({ properties }: Resource): Trilean {
  if (properties['ReplicationConfiguration'] === undefined) return false;
  const does = ({ plain, underAny }: Copies): Trilean =>
    or(underAny.test(properties), and(not(UNDER_KEY.test(properties)), plain.test(properties)));
  const everything = does(EVERYTHING);
  return everything === false && does(SOME) !== false ? 'unknown' : everything;
}

function copies(...asked: readonly Expectation[]): Copies {
  return {
    plain: field(RULES, some(all(ENABLED, ...asked))),
    underAny: field(RULES, some(all(ENABLED, UNDER_KEYS, ...asked))),
  };
}
