import { and, forAll, forSome, not, or, type Trilean } from '../../model';
import { asText, isList, isMap, OneOf, partsOf, Reference, Unknown, type Resource, type Value } from '../../template';
import { at, filled, get, isNotFalse, noneOf } from '../check';
import type { RuleContext } from '../rule';

const notDisabled = noneOf('DISABLED');

/** Services whose calls are recorded in one region of the partition: EventBridge sees them there only. */
const GLOBAL: ReadonlySet<string> = new Set(['iam', 'organizations']);

/** For each rule of EventBridge and each metric filter of the unit: whether it raises an alarm on a call. */
export function alarmsOn(service: string, call: string, context: RuleContext): readonly Trilean[] {
  const { graph } = context;
  return [
    ...graph.ofType('AWS::Events::Rule').map((rule) => ruleTells(rule, { service, call }, context)),
    ...graph.ofType('AWS::Logs::MetricFilter').map((filter) => filterTells(filter, call, context)),
  ];
}

interface Call {
  readonly service: string;
  readonly call: string;
}

function ruleTells({ properties, template }: Resource, { service, call }: Call, { profile }: RuleContext): Trilean {
  const { region } = template;
  if (GLOBAL.has(service) && region !== undefined && region !== profile.globalServicesRegion) return false;
  const pattern = properties['EventPattern'];
  const source = get(pattern, 'source');
  const caller = get(pattern, 'detail.eventSource');
  const name = get(pattern, 'detail.eventName');
  return and(
    notDisabled.test(properties['State']),
    at(properties, 'Targets[]').length > 0,
    or(source !== undefined, caller !== undefined),
    source === undefined ? true : admits(source, `aws.${service}`),
    caller === undefined ? true : admits(caller, `${service}.amazonaws.com`),
    name === undefined ? true : admits(name, call),
  );
}

/** Whether a field of an event pattern lets a text through: by itself, by its beginning, or by all others. */
function admits(field: Value, text: string): Trilean {
  if (field instanceof OneOf) return forAll(field.options, (option) => admits(option, text));
  if (field instanceof Unknown || field instanceof Reference) return 'unknown';
  return forSome(isList(field) ? field : [field], (item) => admitsItem(item, text));
}

function admitsItem(item: Value, text: string): Trilean {
  if (!isMap(item)) return item instanceof Unknown ? 'unknown' : asText(item) === text;
  const { prefix, 'anything-but': others } = item;
  if (prefix !== undefined) return text.startsWith(asText(prefix) ?? '\0');
  return others === undefined || isMap(others) ? false : not(admits(others, text));
}

/** A metric filter tells somebody when an alarm with an action watches its metric. */
function filterTells({ properties }: Resource, call: string, { graph }: RuleContext): Trilean {
  const alarms = graph.ofType('AWS::CloudWatch::Alarm');
  const metrics = at(properties, 'MetricTransformations[].MetricName').map(({ value }) => value);
  const watched = metrics.flatMap((metric) => alarms.map((alarm) => watches(alarm, metric)));
  return and(speaksOf(properties['FilterPattern'], call), or(...watched));
}

function watches({ properties }: Resource, metric: Value | undefined): Trilean {
  const [own, watched] = [asText(metric), asText(properties['MetricName'])];
  const isSame = own === undefined || watched === undefined ? 'unknown' : own === watched;
  return and(isSame, filled.test(properties['AlarmActions']), isNotFalse.test(properties['ActionsEnabled']));
}

/** Whether a filter pattern names the call: as a whole word, and not to leave it out. */
function speaksOf(pattern: Value | undefined, call: string): Trilean {
  const parts = partsOf(pattern) ?? [];
  const word = new RegExp(`(?<!!=\\s*"?)\\b${call}\\b`);
  if (parts.some((part) => typeof part === 'string' && word.test(part))) return true;
  return parts.some((part) => typeof part !== 'string') || pattern instanceof OneOf ? 'unknown' : false;
}
