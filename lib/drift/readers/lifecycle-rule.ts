import type { LifecycleRule, LifecycleRuleFilter } from '@aws-sdk/client-s3';

/** A lifecycle rule of S3 in the words of templates. */
export function lifecycleRule({
  ID,
  Status,
  Prefix,
  Filter,
  Expiration,
  Transitions,
  NoncurrentVersionExpiration,
  NoncurrentVersionTransitions,
  AbortIncompleteMultipartUpload,
}: LifecycleRule): Readonly<Record<string, unknown>> {
  return {
    Id: ID,
    Status,
    Prefix,
    ...filterOf(Filter),
    ExpirationInDays: Expiration?.Days,
    ExpirationDate: Expiration?.Date,
    ExpiredObjectDeleteMarker: Expiration?.ExpiredObjectDeleteMarker,
    Transitions: Transitions?.map(({ Days, Date: day, StorageClass }) => ({
      TransitionInDays: Days,
      TransitionDate: day,
      StorageClass,
    })),
    NoncurrentVersionExpiration,
    NoncurrentVersionTransitions: NoncurrentVersionTransitions?.map(
      ({ NoncurrentDays, NewerNoncurrentVersions, StorageClass }) => ({
        TransitionInDays: NoncurrentDays,
        NewerNoncurrentVersions,
        StorageClass,
      }),
    ),
    AbortIncompleteMultipartUpload,
  };
}

/** What a rule is about: templates write the parts of a filter beside each other. */
function filterOf(filter: LifecycleRuleFilter | undefined): Readonly<Record<string, unknown>> {
  const { Prefix, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan, And } = filter ?? {};
  const all = { Prefix, ObjectSizeGreaterThan, ObjectSizeLessThan, ...And };
  const tags = And?.Tags ?? (Tag ? [Tag] : undefined);
  return {
    ...(all.Prefix === undefined ? {} : { Prefix: all.Prefix }),
    TagFilters: tags,
    ObjectSizeGreaterThan: all.ObjectSizeGreaterThan,
    ObjectSizeLessThan: all.ObjectSizeLessThan,
  };
}
