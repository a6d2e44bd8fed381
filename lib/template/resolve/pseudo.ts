import { partitionOf, PARTITIONS, URL_SUFFIXES } from '../../model';
import type { TemplateOptions } from '../options';
import { Unknown, type Value } from '../value';

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
  return known && URL_SUFFIXES[known];
}
