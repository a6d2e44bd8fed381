/**
 * AWS partitions and their regions (source: botocore 1.43.11 endpoints.json, read November 2026).
 * Regions are compared by name, never by prefix: ap-east-1 is Hong Kong, ap-east-2 is Taipei.
 */
export const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'] as const;
export type Partition = (typeof PARTITIONS)[number];

export const REGIONS: Readonly<Record<Partition, readonly string[]>> = {
  // prettier-ignore
  aws: [
    'af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1',
    'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6',
    'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1',
    'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-central-1', 'me-south-1',
    'mx-central-1', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2',
  ],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  'aws-eusc': ['eusc-de-east-1'],
};

const ALL_REGIONS: ReadonlySet<string> = new Set(Object.values(REGIONS).flat());

export function isRegion(text: string): boolean {
  return ALL_REGIONS.has(text);
}

/** The partition that has a region; undefined when none has. */
export function partitionOf(region: string | undefined): Partition | undefined {
  return PARTITIONS.find((partition) => region !== undefined && REGIONS[partition].includes(region));
}

/** How the names of hosts end in a partition: `AWS::URLSuffix` (source: botocore 1.43.11 endpoints.json, dnsSuffix). */
export const URL_SUFFIXES: Readonly<Record<Partition, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
  'aws-eusc': 'amazonaws.eu',
};

/** Regions of a partition outside of those where work is allowed. */
export function regionsOutside(partition: Partition, allowed: readonly string[]): readonly string[] {
  return REGIONS[partition].filter((region) => !allowed.includes(region));
}
