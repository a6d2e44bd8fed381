import { asText, isMap, Reference, Unknown, type Resource, type Value } from '../../template';
import { at, get } from '../check';

/** Resources that keep data, and carry tags. */
export const DATA_STORES: readonly string[] = [
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::FSx::FileSystem',
  'AWS::Kinesis::Stream',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
];

/** Property in which a type keeps its tags, where it is not `Tags`. */
const TAG_PROPERTIES: Readonly<Record<string, string>> = { 'AWS::EFS::FileSystem': 'FileSystemTags' };

/** What a resource says under a tag. */
export interface TagReading {
  /** Values under the tag; more than one where they depend on a condition. */
  readonly values: readonly Value[];
  /** Tags that cannot be read: one of them may be the one. */
  readonly open: Value | undefined;
}

/** Reads a tag by the last part of its key (`lionrock:classification` is `classification`), whatever its case. */
export function tagOf({ type, properties }: Resource, name: string): TagReading {
  const property = tagPropertyOf(type);
  const tags = properties[property];
  if (isMap(tags)) {
    const values = Object.entries(tags).flatMap(([key, value]) => (isNamed(key, name) ? [value] : []));
    return { values, open: undefined };
  }
  const values: Value[] = [];
  let open: Value | undefined;
  for (const { value } of at(properties, `${property}[]`)) {
    const key = get(value, 'Key');
    if (value instanceof Unknown || value instanceof Reference) open ??= value;
    else if (asText(key) === undefined) open ??= key;
    else if (isNamed(asText(key) ?? '', name)) values.push(get(value, 'Value') ?? null);
  }
  return { values, open };
}

/** Name of the property with the tags of a type. */
export function tagPropertyOf(type: string): string {
  return TAG_PROPERTIES[type] ?? 'Tags';
}

function isNamed(key: string, name: string): boolean {
  return key.toLowerCase().split(':').at(-1) === name;
}
