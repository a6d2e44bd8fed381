import type { aws_cloudtrail as cloudtrail } from 'aws-cdk-lib';

type Selector = cloudtrail.CfnTrail.AdvancedEventSelectorProperty;

const OBJECTS = 'AWS::S3::Object';

/**
 * Which events a trail records: all management events, and reads and writes of resources of some types. Writes into the
 * buckets of the archive are left out, because each delivery would make the next one; reads of it are recorded.
 *
 * @param types resource types of CloudTrail, for example `AWS::S3::Object`.
 * @param archiveArns ARNs of buckets, or beginnings of them, that receive logs.
 */
export function eventSelectors(types: readonly string[], archiveArns: readonly string[]): Selector[] {
  return [
    { name: 'Management events', fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }] },
    ...types.flatMap((type) => (type === OBJECTS ? objectSelectors(archiveArns) : [dataEvents(type)])),
  ];
}

function objectSelectors(archiveArns: readonly string[]): Selector[] {
  if (archiveArns.length === 0) return [dataEvents(OBJECTS)];
  return [
    dataEvents(OBJECTS, 'outside the archive', [{ field: 'resources.ARN', notStartsWith: [...archiveArns] }]),
    dataEvents(OBJECTS, 'read from the archive', [
      { field: 'resources.ARN', startsWith: [...archiveArns] },
      { field: 'readOnly', equalTo: ['true'] },
    ]),
  ];
}

function dataEvents(
  type: string,
  where = '',
  more: cloudtrail.CfnTrail.AdvancedFieldSelectorProperty[] = [],
): Selector {
  return {
    name: `Data events of ${type} ${where}`.trim(),
    fieldSelectors: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: [type] },
      ...more,
    ],
  };
}
