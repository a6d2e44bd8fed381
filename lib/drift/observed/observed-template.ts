import type { Difference } from '../difference';
import { isJsonList, isJsonMap, scalarText, type Json, type JsonMap } from '../json';

/** Parameter that stands for what could not be read: without a value, so that nothing is concluded from it. */
const NOT_READ = 'LionrockNotRead';

type Resources = Record<string, Record<string, Json>>;

export interface Reading {
  readonly differences: readonly Difference[];
  /** How the template says the names of its resources. */
  readonly sayings: ReadonlyMap<string, Json>;
  /** What CloudFormation calls each resource. */
  readonly physicalIds: ReadonlyMap<string, string>;
  /** Properties of a type that are read. */
  readonly readProperties: (type: string) => readonly string[];
}

/** A template as its stack is: the designed one, with every difference carried over. */
export function observedTemplate(designed: JsonMap, reading: Reading): JsonMap {
  const { differences, sayings, physicalIds } = reading;
  const template = structuredClone(designed) as Record<string, Json>;
  const resources = (template['Resources'] ?? {}) as Resources;
  const names = new Map([
    ...sayings,
    ...differences.flatMap((one) =>
      one.kind === 'unmanaged' && one.physicalId !== undefined
        ? [[one.physicalId, { Ref: one.logicalId }] as const]
        : [],
    ),
  ]);
  const said = (value: Json): Json => restored(value, names);
  for (const difference of differences) carryOver(difference, resources, said);
  for (const { kind, logicalId } of differences) if (logicalId === '') wholeStack(kind, resources, reading);
  const gone = new Set(
    differences.flatMap(({ kind, logicalId }) => (kind === 'missing' && logicalId !== '' ? [logicalId] : [])),
  );
  const kept = withoutReferences(template, gone, physicalIds) as Record<string, Json>;
  if (differences.some(({ kind }) => kind === 'unread')) {
    const parameters = isJsonMap(kept['Parameters']) ? kept['Parameters'] : {};
    kept['Parameters'] = { ...parameters, [NOT_READ]: { Type: 'String' } };
  }
  return kept;
}

function carryOver(difference: Difference, resources: Resources, said: (value: Json) => Json): void {
  const { logicalId } = difference;
  switch (difference.kind) {
    case 'missing':
      delete resources[logicalId];
      return;
    case 'unmanaged':
      if (!difference.properties) return;
      resources[logicalId] = { Type: difference.type, Properties: said(difference.properties) };
      return;
    case 'differs':
      setProperty(resources[logicalId], difference.property, said(difference.found));
      return;
    case 'unread':
    default:
      for (const property of difference.properties) {
        const { found } = difference;
        setProperty(resources[logicalId], property, found === undefined ? { Ref: NOT_READ } : said(found));
      }
  }
}

/** A stack that does not stand has nothing; of one that could not be read nothing is known of what would be read. */
function wholeStack(kind: Difference['kind'], resources: Resources, { readProperties }: Reading): void {
  const before = Object.entries(resources);
  // A template without any resource is none.
  if (kind === 'missing') resources['LionrockNothing'] = { Type: 'AWS::CloudFormation::WaitConditionHandle' };
  for (const [logicalId, resource] of before) {
    if (kind === 'missing') delete resources[logicalId];
    if (kind !== 'unread') continue;
    for (const property of readProperties(scalarText(resource['Type'])))
      setProperty(resource, property, { Ref: NOT_READ });
  }
}

function setProperty(resource: Record<string, Json> | undefined, property: string, value: Json): void {
  if (!resource) return;
  const { [property]: _, ...others } = isJsonMap(resource['Properties']) ? resource['Properties'] : {};
  resource['Properties'] = value === null ? others : { ...others, [property]: value };
}

/** Names of an account as the template says them. */
function restored(value: Json, names: ReadonlyMap<string, Json>): Json {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (isJsonList(value)) return value.map((item) => restored(item, names));
  if (!isJsonMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, restored(item, names)]])),
  );
}

/** References to what is gone say the name that it had. */
function withoutReferences(value: Json, gone: ReadonlySet<string>, names: ReadonlyMap<string, string>): Json {
  if (gone.size === 0) return value;
  if (isJsonList(value)) return value.map((item) => withoutReferences(item, gone, names));
  if (!isJsonMap(value)) return value;
  const target = goneTarget(value, gone);
  if (target !== undefined) return names.get(target) ?? target;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (key !== 'DependsOn') return [[key, withoutReferences(item, gone, names)]];
      const needs = [item].flat().filter((need) => !gone.has(scalarText(need)));
      return needs.length === 0 ? [] : [[key, needs]];
    }),
  );
}

/** The resource that an intrinsic refers to, where it is gone. */
function goneTarget({ Ref: ref, 'Fn::GetAtt': attribute }: JsonMap, gone: ReadonlySet<string>): string | undefined {
  const target =
    ref ?? (typeof attribute === 'string' ? attribute.split('.')[0] : isJsonList(attribute) ? attribute[0] : null);
  return typeof target === 'string' && gone.has(target) ? target : undefined;
}
