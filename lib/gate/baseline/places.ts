import type { Graph, Reference, Resource, Template, Unit } from '../../template';
import {
  isList,
  isMap,
  OneOf,
  Partial,
  Reference as Ref,
  Unknown,
  describe,
  type Part,
  type Value,
} from '../../template';
import { withoutHashes } from '../fingerprint';

/** What a template is called, wherever its file lies: by marker, else by stack, else by file; alone, it needs no name. */
export function templateKey(template: Template, isAlone: boolean): string {
  const { claims, stackName, account, region, path } = template;
  if (claims?.marker) return `${claims.marker.account}/${claims.marker.capability}`;
  if (stackName !== undefined) return [account, region, stackName].map((part) => part ?? '').join('/');
  return isAlone ? '' : (path.split('/').at(-1) ?? path);
}

/** What a resource is called in words that renamed files and changed hashes leave. */
export function placeKey({ constructPath, logicalId, type, template }: Resource, isAlone: boolean): string {
  const place = constructPath ?? `${templateKey(template, isAlone)}#${logicalId}`;
  return `${type} ${withoutHashes(place)}`;
}

/** Whether a unit is one template, which need not be told from others. */
export function standsAlone({ templates }: Graph): boolean {
  return templates.length === 1;
}

/** All resources of a unit by their keys; those that hashes alone tell apart are numbered by their ids. */
export function resourcesByKey({ graph }: Unit): ReadonlyMap<string, Resource> {
  const alone = standsAlone(graph);
  const found = new Map<string, Resource>();
  const resources = graph.templates.flatMap((template) => template.resources);
  for (const resource of resources.toSorted((a, b) => (a.logicalId < b.logicalId ? -1 : 1))) {
    const key = placeKey(resource, alone);
    let numbered = key;
    for (let ordinal = 2; found.has(numbered); ordinal++) numbered = `${key}~${ordinal}`;
    found.set(numbered, resource);
  }
  return found;
}

/** A value as text that does not change with the hashes in names and the files of templates. */
export function canonical(value: Value | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Ref) return `<${referenceText(value)}>`;
  if (value instanceof OneOf) return `(${value.options.map(canonical).toSorted().join('|')})`;
  if (value instanceof Partial) return `<${value.parts.map(partText).join('+')}>`;
  if (value instanceof Unknown) return `<${describe(value)}>`;
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
  }
  return JSON.stringify(value);
}

/** A text, or the parts of one, in which references stand by their names without hashes. */
export function plainText(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (value instanceof Ref) return `\${${referenceText(value)}}`;
  if (value instanceof Partial)
    return value.parts.map((part) => (typeof part === 'string' ? part : plainText(part))).join('');
  return value instanceof Unknown ? describe(value) : canonical(value);
}

function partText(part: Part): string {
  return canonical(part);
}

function referenceText({ logicalId, attribute }: Reference): string {
  return attribute === undefined ? withoutHashes(logicalId) : `${withoutHashes(logicalId)}.${attribute}`;
}

/** The references within a value, at any depth. */
export function referencesIn(value: Value | undefined): readonly Reference[] {
  if (value instanceof Ref) return [value];
  if (value instanceof Partial)
    return value.parts.flatMap((part) => (typeof part === 'string' ? [] : referencesIn(part)));
  if (value instanceof OneOf) return value.options.flatMap(referencesIn);
  if (isList(value)) return value.flatMap(referencesIn);
  return isMap(value) ? Object.values(value).flatMap(referencesIn) : [];
}
