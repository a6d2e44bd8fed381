import { and, type Trilean } from '../../model';
import { asText, holdsForEach, isList, isMap, Partial, possibilities, type Resource, type Value } from '../../template';
import { all, at, field, judge, present, type Expectation } from '../check';
import type { Rule } from '../rule';

/** Where the settings of the access log stand, by type. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Deployment': ['StageDescription.AccessLogSetting'],
  'AWS::ApiGateway::Stage': ['AccessLogSetting'],
  'AWS::ApiGatewayV2::Stage': ['AccessLogSettings'],
  'AWS::Serverless::Api': ['AccessLogSetting'],
  // SAM names it in the plural; the CDK's own class for the type writes the singular.
  'AWS::Serverless::HttpApi': ['AccessLogSettings', 'AccessLogSetting'],
};

/** Types whose requests API Gateway can log. */
export const ACCESS_LOG_TYPES: readonly string[] = Object.keys(PLACES);

/** Path of the settings of a resource's access log: where they stand, or else where they belong. */
export function accessLogPath({ type, properties }: Resource): string {
  const [usual = '', ...others] = PLACES[type] ?? [];
  return others.find((path) => properties[path] !== undefined) ?? usual;
}

/** Set to something that can be text: API Gateway refuses numbers. */
const written: Expectation = {
  expected: 'text',
  test: (value) => and(present.test(value), ...possibilities(value).map((option) => mayBeText(option))),
};

const complete = all(field('DestinationArn', written), field('Format', written));

/** A rule's predicate: the access log has a destination and a format, without either of which nothing is written. */
export const accessLogged: Rule['evaluate'] = (resource) =>
  judge(at(resource.properties, accessLogPath(resource)), complete);

function mayBeText(option: Value | undefined): boolean {
  return typeof option !== 'number' && typeof option !== 'boolean' && !isList(option) && !isMap(option);
}

/** A format in JSON, whose variables may stand without quotes. */
export const inJson: Expectation = {
  expected: 'a format in JSON',
  test: (value) => holdsForEach(value, (option) => isJson(option)),
};

/** Text of which parts are unknown is JSON if it is so with nothing in their places. */
function isJson(value: Value | undefined): Trilean {
  const parts = value instanceof Partial ? value.parts : [asText(value) ?? ''];
  const text = parts.map((part) => (typeof part === 'string' ? part : '0')).join('');
  try {
    const parsed: unknown = JSON.parse(text.replaceAll(/\$context\.[\w.]+/g, '0'));
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return value instanceof Partial || mayBeUnknown(value) ? 'unknown' : false;
  }
}

/** What is not known yet is neither text nor absent. */
function mayBeUnknown(value: Value | undefined): boolean {
  return value !== undefined && asText(value) === undefined && mayBeText(value);
}
