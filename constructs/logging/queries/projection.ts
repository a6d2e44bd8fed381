import type { LogTable, Partition } from './log-table';

/** What the archive serves, and how far back. */
export interface ProjectionScope {
  /** Ids of the accounts. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** Days that logs are kept. */
  readonly days: number;
}

/**
 * Parameters by which Athena computes the partitions of a table instead of asking for a list of them, so that nothing must
 * be crawled and today's logs are there at once.
 */
export function projection(table: LogTable, bucketName: string, scope: ProjectionScope): Record<string, string> {
  const partitions = Object.entries(table.partitions);
  if (partitions.length === 0) return {};
  return {
    'projection.enabled': 'true',
    'storage.location.template': `s3://${bucketName}/${table.path}`,
    ...Object.assign({}, ...partitions.map(([name, partition]) => settings(`projection.${name}`, partition, scope))),
  };
}

function settings(prefix: string, partition: Partition, scope: ProjectionScope): Record<string, string> {
  if ('day' in partition) {
    return {
      [`${prefix}.type`]: 'date',
      [`${prefix}.format`]: partition.day,
      [`${prefix}.range`]: `NOW-${scope.days}DAYS,NOW`,
      [`${prefix}.interval`]: '1',
      [`${prefix}.interval.unit`]: 'DAYS',
    };
  }
  if ('values' in partition) return listed(prefix, partition.values);
  if (partition.from === 'any') return { [`${prefix}.type`]: 'injected' };
  return listed(prefix, scope[partition.from]);
}

function listed(prefix: string, values: readonly string[]): Record<string, string> {
  return { [`${prefix}.type`]: 'enum', [`${prefix}.values`]: values.join(',') };
}
