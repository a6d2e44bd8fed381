import type { Trilean } from '../../model';
import { at, identity, OneOf, Partial, Unknown, wholeOf, type Graph, type Resource, type Value } from '../../template';
import { referred } from './referred';

/** Another resource that speaks of one, and how sure it is that it does. */
export interface Companion {
  readonly resource: Resource;
  /** `unknown` when a condition is open, or what it points to cannot be resolved. */
  readonly certainty: true | 'unknown';
}

/** How companions mean a resource. */
export interface Naming {
  /** Type of the companions. */
  readonly type: string;
  /** Path below their properties that points to the resource. */
  readonly path: string;
  /** Property of the resource with the name by which it may also be meant. */
  readonly name?: string;
  /** Text by which it may also be meant, such as its ARN, or an unknown that stands for it. */
  readonly text?: Value | undefined;
}

interface PointerIndex {
  readonly byTarget: ReadonlyMap<Resource, readonly Resource[]>;
  /** By the text that the pointer holds. */
  readonly byText: ReadonlyMap<string, readonly Resource[]>;
  /** Those that point to something that cannot be resolved. */
  readonly open: readonly Resource[];
}

const INDEXES = new WeakMap<Graph, Map<string, PointerIndex>>();

/**
 * The resources of a type that point to `resource`, by reference or by name, and exist together with it, wherever in the
 * unit they stand. One of the same template that points to something unresolved may mean it.
 * @param existing What they have to exist together with, where that is not the resource itself.
 */
export function companions(
  graph: Graph,
  resource: Resource,
  { type, path, name, text }: Naming,
  existing: Resource = resource,
): readonly Companion[] {
  const { byTarget, byText, open } = indexOf(graph, type, path);
  const own = name === undefined ? text : resource.properties[name];
  const key = own === undefined ? undefined : textKey(own);
  const sure = new Set([
    ...(byTarget.get(wholeOf(resource)) ?? []),
    ...(key === undefined ? [] : (byText.get(key) ?? [])),
  ]);
  const maybe = open.filter((other) => other.template === resource.template && !sure.has(other));
  return [
    ...[...sure].flatMap((other) => companion(other, graph.accompanies(existing, other), true)),
    ...maybe.flatMap((other) => companion(other, graph.accompanies(existing, other), 'unknown')),
  ];
}

/** Whether none of the companions is there: unknown when one may be. */
export function isAlone(found: readonly Companion[]): Trilean {
  if (found.some(({ certainty }) => certainty === true)) return false;
  return found.length > 0 ? 'unknown' : true;
}

function companion(resource: Resource, exists: Trilean, meant: true | 'unknown'): readonly Companion[] {
  if (exists === false) return [];
  return [{ resource, certainty: exists === true && meant === true ? true : 'unknown' }];
}

function indexOf(graph: Graph, type: string, path: string): PointerIndex {
  const key = `${type} ${path}`;
  const indexes = INDEXES.get(graph) ?? new Map<string, PointerIndex>();
  INDEXES.set(graph, indexes);
  const known = indexes.get(key);
  if (known) return known;
  const made = makeIndex(graph, graph.ofType(type), path);
  indexes.set(key, made);
  return made;
}

function makeIndex(graph: Graph, resources: readonly Resource[], path: string): PointerIndex {
  const byTarget = new Map<Resource, Resource[]>();
  const byText = new Map<string, Resource[]>();
  const open: Resource[] = [];
  for (const resource of resources) {
    for (const value of at(resource.properties, path).flatMap((found) => optionsOf(found.value))) {
      const targets = targetsIn(graph, value);
      const key = textKey(value);
      for (const target of targets) push(byTarget, target, resource);
      if (key !== undefined) push(byText, key, resource);
      if (targets.length === 0 && value instanceof Unknown) open.push(resource);
    }
  }
  return { byTarget, byText, open };
}

function push<K>(map: Map<K, Resource[]>, key: K, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}

/** What a value may be; nothing where it is not set. */
export function optionsOf(value: Value | undefined): readonly Value[] {
  if (value instanceof OneOf) return value.options;
  return value === undefined ? [] : [value];
}

/** The resources that a value names, also in part: `${Bucket.Arn}/*`. */
function targetsIn(graph: Graph, value: Value): readonly Resource[] {
  const parts = value instanceof Partial ? value.parts : [value];
  return parts.flatMap((part) => {
    const target = referred(part, graph);
    return target ? [target] : [];
  });
}

/** Equal for names that are the same at deployment; undefined for what cannot be compared. */
function textKey(value: Value): string | undefined {
  if (typeof value === 'string' || value instanceof Partial) return identity(value);
  return value instanceof Unknown && value.source !== undefined ? identity(value) : undefined;
}
