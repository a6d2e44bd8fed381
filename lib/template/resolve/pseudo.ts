import { PARTITIONS, REGIONS, type Partition } from '../../model';
import type { TemplateOptions } from '../options';
import { Unknown, type Value } from '../value';

const SUFFIXES: Readonly<Record<Partition, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
  'aws-eusc': 'amazonaws.eu',
};

type Reader = (options: TemplateOptions) => string | undefined;

/** Value of a pseudo parameter other than `AWS::NoValue`; undefined when there is none of that name. */
export function pseudoParameter(name: string, options: TemplateOptions): Value | undefined {
  const read = READERS.get(name);
  return read && (read(options) ?? new Unknown(`${name} is known only at deployment`, name));
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['AWS::Region', (options) => options.region],
  ['AWS::AccountId', (options) => options.account],
  ['AWS::Partition', (options) => options.partition ?? partitionOf(options.region)],
  ['AWS::URLSuffix', (options) => suffixOf(options.partition ?? partitionOf(options.region))],
  ['AWS::StackName', (options) => options.stackName],
  ['AWS::StackId', () => undefined],
  ['AWS::NotificationARNs', () => undefined],
]);

function suffixOf(partition: string | undefined): string | undefined {
  const known = PARTITIONS.find((item) => item === partition);
  return known && SUFFIXES[known];
}

/** The partition that has a region; undefined when none has. */
function partitionOf(region: string | undefined): Partition | undefined {
  return PARTITIONS.find((partition) => region !== undefined && REGIONS[partition].includes(region));
}
