import type { aws_cloudtrail as cloudtrail } from 'aws-cdk-lib';

type Selector = cloudtrail.CfnTrail.AdvancedEventSelectorProperty;
type FieldSelector = cloudtrail.CfnTrail.AdvancedFieldSelectorProperty;

/** Which data events a trail records of one type of resource. */
export interface DataEventSelector {
  /** As CloudTrail calls it: `AWS::S3::Object`. */
  readonly type: string;
  /** @default 'all' */
  readonly events?: 'all' | 'read' | 'write';
  /** ARNs, or beginnings of them. @default - every resource of the type */
  readonly only?: readonly string[];
  /** ARNs, or beginnings of them, that are left out. @default - none */
  readonly except?: readonly string[];
}

const OBJECTS = 'AWS::S3::Object';

/**
 * Which events a trail records: all management events, and data events as asked. Writes into the buckets of the archive
 * are left out, because each delivery would make the next one; reads of it are recorded wherever objects are.
 *
 * @param archiveArns ARNs of buckets, or beginnings of them, that receive logs.
 */
export function eventSelectors(asked: readonly DataEventSelector[], archiveArns: readonly string[]): Selector[] {
  return [
    { name: 'Management events', fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }] },
    ...asked.flatMap((selector) =>
      selector.type === OBJECTS ? objectSelectors(selector, archiveArns) : [dataEvents(selector)],
    ),
  ];
}

function objectSelectors(selector: DataEventSelector, archiveArns: readonly string[]): Selector[] {
  if (archiveArns.length === 0) return [dataEvents(selector)];
  const outside = dataEvents(
    { ...selector, except: [...(selector.except ?? []), ...archiveArns] },
    'outside the archive',
  );
  return [outside, dataEvents({ type: OBJECTS, events: 'read', only: archiveArns }, 'read from the archive')];
}

function dataEvents({ type, events = 'all', only = [], except = [] }: DataEventSelector, where = ''): Selector {
  const arns: Omit<FieldSelector, 'field'> = {
    ...(only.length > 0 ? { startsWith: [...only] } : {}),
    ...(except.length > 0 ? { notStartsWith: [...except] } : {}),
  };
  return {
    name: `Data events of ${type} ${where}`.trim(),
    fieldSelectors: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: [type] },
      ...(Object.keys(arns).length > 0 ? [{ field: 'resources.ARN', ...arns }] : []),
      ...(events === 'all' ? [] : [{ field: 'readOnly', equalTo: [String(events === 'read')] }]),
    ],
  };
}
