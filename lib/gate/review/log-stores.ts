import type { LogLife, LogStore } from '../../model';
import {
  asNumber,
  asText,
  at,
  describe,
  get,
  isMap,
  OneOf,
  Reference,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import type { ReviewBasis } from './basis';
import { placeOf } from './place';

const KINDS: Readonly<Record<string, LogStore['kind']>> = {
  'AWS::S3::Bucket': 'bucket',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::KinesisFirehose::DeliveryStream': 'stream',
};
const NAMES = ['BucketName', 'LogGroupName', 'DeliveryStreamName'];

/** The buckets, log groups and streams to which a unit logs; listed in the order in which they are named. */
export class LogStores {
  readonly all: LogStore[] = [];
  private readonly positions = new Map<Resource, number>();
  private readonly named = new Map<string, Resource>();

  constructor(
    private readonly graph: Graph,
    private readonly basis: ReviewBasis,
  ) {
    for (const type of Object.keys(KINDS)) {
      for (const store of graph.ofType(type)) {
        const name = givenName(store);
        if (name !== undefined) this.named.set(name, store);
      }
    }
  }

  /** Position of the store that a value names: by reference, by name or by ARN; undefined where it is not of these templates. */
  positionOf(value: Value | undefined): number | undefined {
    const resource = this.resourceOf(value);
    if (!resource) return undefined;
    const known = this.positions.get(resource);
    if (known !== undefined) return known;
    this.positions.set(resource, this.all.length);
    this.all.push({ ...storeOf(resource, this.basis), ...this.copyOf(resource) });
    return this.all.length - 1;
  }

  private resourceOf(value: Value | undefined): Resource | undefined {
    const resource = value instanceof Reference ? this.graph.follow(value) : this.named.get(bareName(value));
    return resource && KINDS[resource.type] ? resource : undefined;
  }

  /** Where the first rule of replication that is on copies to. */
  private copyOf({ properties }: Resource): Pick<LogStore, 'copy'> {
    const rule = at(properties, 'ReplicationConfiguration.Rules[]').find(
      ({ value }) => isMap(value) && asText(value['Status']) === 'Enabled',
    );
    const archive = this.resourceOf(get(rule?.value, 'Destination.Bucket'));
    return archive?.type === 'AWS::S3::Bucket' ? { copy: { name: nameOf(archive), ...bucketLife(archive) } } : {};
  }
}

function storeOf(resource: Resource, { registers }: ReviewBasis): LogStore {
  const kind = KINDS[resource.type] ?? 'bucket';
  return {
    ...placeOf(resource, registers),
    kind,
    name: nameOf(resource),
    ...(kind === 'log group' ? groupLife(resource) : kind === 'bucket' ? bucketLife(resource) : { kept: 'unknown' }),
    encrypted: encryptionOf(resource),
  };
}

function groupLife({ properties }: Resource): LogLife {
  return lifeOf(properties['RetentionInDays']);
}

/** The longest that some rule of its lifecycle leaves; rules for a part of the bucket leave the rest for ever. */
function bucketLife({ properties }: Resource): LogLife {
  const lock = get(properties, 'ObjectLockConfiguration.Rule.DefaultRetention');
  const mode = asText(get(lock, 'Mode'));
  const [days, years] = [asNumber(get(lock, 'Days')), asNumber(get(lock, 'Years'))];
  const lockDays = days ?? (years === undefined ? undefined : years * 365);
  const expiries = at(properties, 'LifecycleConfiguration.Rules[]').flatMap(({ value }) =>
    isMap(value) && asText(value['Status']) === 'Enabled' && coversAll(value) ? [value['ExpirationInDays']] : [],
  );
  const known = expiries.filter((each) => each !== undefined && each !== null);
  return {
    ...(known.length === 0 ? { kept: 'without end' } : lifeOf(known[0])),
    ...(mode === undefined ? {} : { lock: mode }),
    ...(lockDays === undefined ? {} : { lockDays }),
  };
}

function coversAll(rule: { readonly [key: string]: Value }): boolean {
  const { Prefix: prefix, TagFilters: tags, ObjectSizeGreaterThan: above, ObjectSizeLessThan: below } = rule;
  return [prefix, tags, above, below].every((limit) => limit === undefined || limit === null || limit === '');
}

function lifeOf(days: Value | undefined): LogLife {
  if (days === undefined || days === null) return { kept: 'without end' };
  const keptDays = asNumber(days);
  return keptDays === undefined ? { kept: 'unknown' } : { kept: 'days', keptDays };
}

function encryptionOf({ type, properties }: Resource): LogStore['encrypted'] {
  const encryption = at(
    properties,
    'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID',
  );
  const keys = type === 'AWS::S3::Bucket' ? encryption.map(({ value }) => value) : [properties['KmsKeyId']];
  const [key] = keys;
  if (key === undefined || key === null) return type === 'AWS::KinesisFirehose::DeliveryStream' ? 'unknown' : 'no';
  if (key instanceof OneOf) return 'unknown';
  return 'yes';
}

function nameOf(resource: Resource): string {
  return givenName(resource) ?? resource.logicalId;
}

function givenName({ properties }: Resource): string | undefined {
  return NAMES.map((name) => asText(properties[name])).find((name) => name !== undefined);
}

/** The name in a name or an ARN. */
function bareName(value: Value | undefined): string {
  const text = value instanceof Unknown || value === undefined ? describe(value) : (asText(value) ?? '');
  return text
    .replace(/^arn:[^:]*:s3:::([^/]+).*$/, '$1')
    .replace(/^arn:.*:log-group:([^:]+).*$/, '$1')
    .replace(/^arn:.*:deliverystream\//, '')
    .replace(/\.s3(\.[\w-]+)?\.amazonaws\.com$/, '');
}
