/**
 * Kinds of logs that the archive keeps apart: a bucket and a key each. `groups` is what the log groups of all accounts
 * hold.
 */
export const ARCHIVE_KINDS = ['trail', 'config', 'network', 'access', 'groups'] as const;
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number];

/** Kinds whose services cannot write into a locked bucket: they deliver to one that is copied into it. */
const COPIED: ReadonlySet<ArchiveKind> = new Set(['config', 'access', 'groups']);

/**
 * Name of the bucket to which services deliver a kind of log. Pure, so that other accounts can compute it.
 * @param prefix begins the names, which are global: `NAME-ACCOUNT`, at most 45 characters.
 */
export function archiveBucketName(prefix: string, kind: ArchiveKind): string {
  return `${prefix}-${kind}`;
}

/** Name of the locked bucket that keeps a kind of log: the one that services deliver to, or the one it is copied into. */
export function lockedBucketName(prefix: string, kind: ArchiveKind): string {
  const delivered = archiveBucketName(prefix, kind);
  return COPIED.has(kind) ? `${delivered}-archive` : delivered;
}

/** Alias, with `alias/`, of the archive's key for a kind of log. */
export function archiveKeyAlias(name: string, kind: ArchiveKind): string {
  return `alias/${name}/archive/${kind}`;
}

/** ARN of a trail, for the archive's policies in another account. */
export function trailArn(partition: string, region: string, account: string, trailName: string): string {
  return `arn:${partition}:cloudtrail:${region}:${account}:trail/${trailName}`;
}

/** ARN of the destination in the archive's account to which accounts send what their log groups hold. */
export function logDestinationArn(partition: string, region: string, account: string, name: string): string {
  return `arn:${partition}:logs:${region}:${account}:destination:${name}`;
}

/** Log group in which the stream behind a destination reports its errors; itself it must not be collected. */
export function collectionErrorGroup(destinationName: string): string {
  return `/aws/kinesisfirehose/${destinationName}`;
}
