import { splitText } from './split-text';
import { textOf } from './text';
import { asText } from './scalar';
import { partsOf } from './text';
import type { Part, Value } from './value';

/** The fields of an ARN, each as far as it is known. */
export interface ArnParts {
  readonly partition: Value;
  readonly service: Value;
  readonly region: Value;
  readonly account: Value;
  /** Everything after the fifth colon. */
  readonly resource: Value;
}

/**
 * Takes an ARN apart although some of it is unresolved: `arn:${AWS::Partition}:s3:::${Bucket}/*`.
 * @returns undefined when the value is not text, does not start with `arn:`, or has fewer than six fields.
 */
export function arnOf(value: Value | undefined): ArnParts | undefined {
  const parts = partsOf(value);
  if (!parts) return undefined;
  const fields = splitText(parts, ':');
  if (asText(fields[0]) !== 'arn' || fields.length < 6) return undefined;
  const [, partition = '', service = '', region = '', account = '', ...rest] = fields;
  const resource = rest.flatMap((field, index): readonly Part[] => [
    ...(index > 0 ? [':'] : []),
    ...(partsOf(field) ?? []),
  ]);
  return { partition, service, region, account, resource: textOf(resource) };
}
