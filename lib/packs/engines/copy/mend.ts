import { asBoolean } from '../../../template';
import { OPAQUE } from './opaque';
import type { PreparedResource } from './prepare';

/** A resource that may load now, and what was done to it. */
export interface Mended {
  readonly resource: PreparedResource;
  readonly note: string;
}

/** Repairs what CfnInclude refuses although its meaning is clear; undefined when the reason is none of these. */
export function mend(resource: PreparedResource, reason: string): Mended | undefined {
  const missing = /\] is missing required property: (\w+)$/.exec(reason)?.[1];
  if (missing !== undefined) return withProperty(resource, missing);
  const text = /^Expected 'true' or 'false' for boolean value, got: '(.*)'$/s.exec(reason)?.[1];
  return text === undefined ? undefined : withBoolean(resource, text);
}

/** CloudFormation would refuse a resource without it; the rules on its other properties still hold. */
function withProperty({ Type, Properties = {} }: PreparedResource, camel: string): Mended | undefined {
  const name = camel.charAt(0).toUpperCase() + camel.slice(1);
  if (typeof Properties !== 'object' || Properties === null || Object.hasOwn(Properties, name)) return undefined;
  const note = `the required property ${name} is missing and taken as unknown`;
  return { resource: { Type, Properties: { ...Properties, [name]: OPAQUE } }, note };
}

function withBoolean({ Type, Properties }: PreparedResource, text: string): Mended | undefined {
  const value = asBoolean(text);
  if (value === undefined) return undefined;
  return { resource: { Type, Properties: replaced(Properties, text, value) }, note: `"${text}" is read as ${value}` };
}

function replaced(value: unknown, text: string, by: unknown): unknown {
  if (value === text) return by;
  if (Array.isArray(value)) return value.map((item) => replaced(item, text, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, text, by)]));
}
