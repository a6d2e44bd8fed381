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
  if (typeof Properties !== 'object' || Properties === null) return undefined;
  const added = spellingsOf(camel).filter((name) => (Reflect.get(Properties, name) ?? null) === null);
  if (added.length === 0) return undefined;
  const note = `the required property ${added[0]} is missing and taken as unknown`;
  return {
    resource: { Type, Properties: { ...Properties, ...Object.fromEntries(added.map((name) => [name, OPAQUE])) } },
    note,
  };
}

const ACRONYM = /Acl|Arn|Az|Db|Dns|Ec|Https?|Iam|Id|Ip|Kms|Sns|Ssl|Tls|Ttl|Ur[il]|Vpc/g;

/** How CloudFormation may write a name of the CDK (`webAclArn`): `WebAclArn`, `WebACLArn`, … What is not its name is passed over. */
function spellingsOf(camel: string): string[] {
  const name = camel.charAt(0).toUpperCase() + camel.slice(1);
  const places = [...name.matchAll(ACRONYM)].slice(0, 4);
  return places.reduce<string[]>(
    (names, { 0: found, index }) => [
      ...names,
      ...names.map((each) => each.slice(0, index) + found.toUpperCase() + each.slice(index + found.length)),
    ],
    [name],
  );
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
