import type { aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allowCloudTrail, allowConfig, allowLogDelivery, DepartmentKey, type KeyCustodyProps } from '../keys';
import { ArchiveBucket, type LogCustodyProps } from './archive-bucket';
import { ARCHIVE_KINDS, archiveBucketName, archiveKeyAlias, type ArchiveKind, lockedBucketName } from './archive-names';
import { DeliveryBucket, type DeliveryBucketProps } from './delivery-bucket';
import { LogCollection } from './log-collection';
import type { RetentionProps } from './retention';

/** Properties of {@link LogArchive}. */
export interface LogArchiveProps
  extends
    Omit<RetentionProps, 'logClass'>,
    Omit<LogCustodyProps, 'bucketName' | 'inventory'>,
    Omit<KeyCustodyProps, 'viaServices'> {
  /** Begins the aliases of keys: name of the landing zone. */
  readonly name: string;
  /** Begins the names of buckets, which are global: `NAME-ACCOUNT`, at most 45 characters. */
  readonly bucketPrefix: string;
  /** Id of the organisation (`o-…`) whose accounts deliver. */
  readonly organizationId: string;
  /** ARNs of the trails that deliver, of any account ({@link trailArn}). */
  readonly trailArns: readonly string[];
  /**
   * Name of the destination to which accounts send what their log groups hold ({@link LogCollection}).
   * @default - `NAME-log-groups`
   */
  readonly destinationName?: string;
}

interface Placement {
  readonly accessLogs?: s3.IBucket;
  readonly inventory?: s3.IBucket;
  readonly s3ManagedKey?: boolean;
}

const PREFIX = /^[a-z0-9][a-z0-9-]{1,44}$/;

/**
 * The central archive of logs, for the account that does nothing else: a locked bucket and a key for each kind (trail,
 * configuration, network, access, log groups), written by AWS services on behalf of the organisation only, read by named
 * roles only. Other accounts compute its names with {@link archiveBucketName} and {@link archiveKeyAlias}. Evidence for LOG-02 to LOG-06, LOG-08 and KEY-02.
 */
export class LogArchive extends Construct {
  private readonly archives: Readonly<Record<ArchiveKind, ArchiveBucket>>;
  private readonly deliveries: Readonly<Record<ArchiveKind, s3.IBucket>>;
  /** Whether requests to the buckets to which services deliver are counted. */
  readonly requestMetrics: boolean;
  /** Collects what the log groups of all accounts hold. */
  readonly collection: LogCollection;

  /** @throws Error when the prefix is malformed, or nobody says how long to keep. */
  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    if (!PREFIX.test(props.bucketPrefix)) {
      throw new Error(
        `[${this.node.path}] bucketPrefix: expected 2 to 45 lower-case letters, digits and hyphens, found "${props.bucketPrefix}"; shorten or rename it`,
      );
    }
    this.requestMetrics = props.requestMetrics ?? false;
    const from = { organizationId: props.organizationId };
    const access = this.copied('access', props, { s3ManagedKey: true });
    access.allowDelivery('s3-access');
    access.allowDelivery('load-balancing', from);
    access.allowDelivery('log-delivery', from);
    // It has no lock, and its copy has.
    const accessLogs = { accessLogs: access.bucket, inventory: access.bucket };
    const config = this.copied('config', props, accessLogs);
    config.allowDelivery('config', from);
    allowConfig(config.archive.encryptionKey, from);
    const network = this.direct('network', props, accessLogs);
    network.allowDelivery('log-delivery', from);
    allowLogDelivery(network.encryptionKey, from);
    const trail = this.direct('trail', props, accessLogs);
    allowCloudTrail(trail.encryptionKey, props.trailArns);
    trail.allowDelivery('cloudtrail', { ...from, trailArns: props.trailArns });
    this.collection = this.collected(props, accessLogs);
    const { archive: groups, bucket: collected } = this.collection;
    this.archives = { access: access.archive, config: config.archive, network, trail, groups };
    this.deliveries = {
      access: access.bucket,
      config: config.bucket,
      network: network.bucket,
      trail: trail.bucket,
      groups: collected,
    };
  }

  /** The bucket that keeps a kind of log, with its key. */
  archive(kind: ArchiveKind): ArchiveBucket {
    return this.archives[kind];
  }

  /** The bucket to which services deliver a kind of log. */
  deliveryBucket(kind: ArchiveKind): s3.IBucket {
    return this.deliveries[kind];
  }

  /** All buckets of the archive, for alarms and inventories. */
  get buckets(): readonly s3.IBucket[] {
    const all = ARCHIVE_KINDS.flatMap((kind) => [this.deliveries[kind], this.archives[kind].bucket]);
    return [...new Set(all)];
  }

  private direct(kind: ArchiveKind, props: LogArchiveProps, placement: Placement): ArchiveBucket {
    return new ArchiveBucket(this, kind, {
      ...retentionOf(props),
      ...this.custody(lockedBucketName(props.bucketPrefix, kind), props),
      ...placement,
      requestMetrics: this.requestMetrics,
      encryptionKey: this.key(kind, props),
    });
  }

  private copied(kind: ArchiveKind, props: LogArchiveProps, placement: Placement): DeliveryBucket {
    return new DeliveryBucket(this, kind, this.delivery(kind, props, placement));
  }

  private collected(props: LogArchiveProps, placement: Placement): LogCollection {
    return new LogCollection(this, 'groups', {
      destinationName: props.destinationName ?? `${props.name}-log-groups`,
      organizationId: props.organizationId,
      delivery: this.delivery('groups', props, placement),
    });
  }

  private delivery(kind: ArchiveKind, props: LogArchiveProps, placement: Placement): DeliveryBucketProps {
    const { inventory, ...withoutInventory } = placement;
    return {
      ...this.custody(archiveBucketName(props.bucketPrefix, kind), props),
      ...withoutInventory,
      requestMetrics: this.requestMetrics,
      archive: {
        ...retentionOf(props),
        ...this.custody(lockedBucketName(props.bucketPrefix, kind), props),
        ...(placement.accessLogs ? { accessLogs: placement.accessLogs } : {}),
        ...(inventory ? { inventory } : {}),
        encryptionKey: this.key(kind, props),
      },
    };
  }

  private custody(bucketName: string, props: LogArchiveProps): LogCustodyProps {
    const { readers, deploymentRoles, removalPolicy } = props;
    return {
      bucketName,
      ...(readers ? { readers } : {}),
      ...(deploymentRoles ? { deploymentRoles } : {}),
      ...(removalPolicy ? { removalPolicy } : {}),
    };
  }

  private key(kind: ArchiveKind, props: LogArchiveProps): DepartmentKey {
    return new DepartmentKey(this, `${kind}-key`, {
      department: props.department,
      classification: props.classification,
      administrators: props.administrators,
      breakGlassRoles: props.breakGlassRoles,
      ...(props.auditors ? { auditors: props.auditors } : {}),
      ...(props.deploymentRoles ? { deploymentRoles: props.deploymentRoles } : {}),
      ...(props.rotationPeriodDays === undefined ? {} : { rotationPeriodDays: props.rotationPeriodDays }),
      ...(props.removalPolicy ? { removalPolicy: props.removalPolicy } : {}),
      viaServices: kind === 'groups' ? ['firehose', 's3'] : ['s3'],
      purpose: `${kind}-logs`,
      alias: archiveKeyAlias(props.name, kind),
    });
  }
}

function retentionOf({ profile, retentionDays }: LogArchiveProps): RetentionProps {
  return { ...(profile ? { profile } : {}), ...(retentionDays === undefined ? {} : { retentionDays }) };
}
