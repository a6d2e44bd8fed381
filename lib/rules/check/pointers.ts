import { forAll, isJsonMap, type Trilean } from '../../model';
import {
  at,
  identity,
  isList,
  isMap,
  OneOf,
  Partial,
  Unknown,
  type Graph,
  type Resource,
  type Value,
} from '../../template';
import { referred } from './referred';

/** What resources of one type point to by one property. */
export interface Pointers {
  readonly byTarget: ReadonlyMap<Resource, readonly Resource[]>;
  /** By the text that the pointer holds. */
  readonly byText: ReadonlyMap<string, readonly Resource[]>;
  /** Those that point to something that cannot be resolved. */
  readonly open: readonly Resource[];
  /** Those that may point to one thing or another. */
  readonly varying: ReadonlySet<Resource>;
}

/** What is pointed to: a resource, by reference or by a text that stands for it. */
export interface Target {
  readonly resource: Resource;
  /** Each that it may be, as `textKey` gives them. */
  readonly keys: readonly string[];
}

interface Pointing {
  readonly pointer: Resource;
  /** Path below its properties. */
  readonly path: string;
  readonly target: Target;
}

const INDEXES = new WeakMap<Graph, Map<string, Pointers>>();

/** The pointers of all resources of a type, by a path below their properties. */
export function pointersOf(graph: Graph, type: string, path: string): Pointers {
  const key = `${type} ${path}`;
  const indexes = INDEXES.get(graph) ?? new Map<string, Pointers>();
  INDEXES.set(graph, indexes);
  const known = indexes.get(key);
  if (known) return known;
  const made = makeIndex(graph, graph.ofType(type), path);
  indexes.set(key, made);
  return made;
}

function makeIndex(graph: Graph, resources: readonly Resource[], path: string): Pointers {
  const byTarget = new Map<Resource, Resource[]>();
  const byText = new Map<string, Resource[]>();
  const open: Resource[] = [];
  const varying = new Set<Resource>();
  for (const resource of resources) {
    if (hasOptions(resource.properties[rootOf(path)])) varying.add(resource);
    for (const value of at(resource.properties, path).flatMap((found) => optionsOf(found.value))) {
      const targets = targetsIn(graph, value);
      const key = textKey(value);
      for (const target of targets) push(byTarget, target, resource);
      if (key !== undefined) push(byText, key, resource);
      if (targets.length === 0 && value instanceof Unknown) open.push(resource);
    }
  }
  return { byTarget, byText, open, varying };
}

function push<K>(map: Map<K, Resource[]>, key: K, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}

/**
 * Whether a resource whose pointer may be one thing or another points to the target in every deployment that makes
 * `existing`: unknown when it does in some, or what it points to in some is open.
 */
export function pointsTo(graph: Graph, existing: Resource, { pointer, path, target }: Pointing): Trilean {
  const forms = graph.formsWith(existing, pointer);
  if (forms.length === 0) return false;
  const said = forms.map((form) => formPointsTo(graph, form, path, target));
  if (said.every((each) => each === 'by-instance')) return everyInstance(graph, existing, { pointer, path, target });
  if (said.every((each) => each === false)) return false;
  return said.every((each) => each === true) || 'unknown';
}

/** Once conditions are settled, several values are left by instances of the template, or by what nobody tells apart. */
function formPointsTo(graph: Graph, { properties }: Resource, path: string, target: Target): Trilean | 'by-instance' {
  const isIt = (value: Value): boolean => isTarget(graph, value, target);
  const settled = { [rootOf(path)]: withoutOptions(properties[rootOf(path)] ?? null) };
  if (at(settled, path).some(({ value }) => value !== undefined && isIt(value))) return true;
  const possible = at(properties, path).flatMap(({ value }) => optionsOf(value));
  if (possible.some(isIt)) return 'by-instance';
  return possible.some((value) => value instanceof Unknown && targetsIn(graph, value).length === 0) ? 'unknown' : false;
}

/**
 * A template that several stacks deploy is there once for each, and each passes its own value: so every value that they
 * pass is pointed to. Unknown where it is not they that make the difference, such as a mapping or a text of two parameters.
 */
function everyInstance(graph: Graph, existing: Resource, { pointer, path, target }: Pointing): Trilean {
  const { template } = pointer;
  const stacks = graph.deployers(template);
  const name = parameterAt(pointer, path);
  if (name === undefined || stacks.length < 2 || target.resource.template === template) return 'unknown';
  const isEach = forAll(stacks, (stack) => (passesOne(stack, name) ? graph.accompanies(existing, stack) : 'unknown'));
  return isEach === true || 'unknown';
}

/** The parameter of which the pointer, as written, is a plain `Ref`: one whose value is what the stacks pass. */
function parameterAt({ template, logicalId }: Resource, path: string): string | undefined {
  const steps = ['Resources', logicalId, 'Properties', ...path.split('.'), 'Ref'];
  const name = steps.reduce<unknown>(writtenAt, template.unrolled);
  const parameter = template.parameters.find((each) => each.name === name);
  return parameter?.type.startsWith('AWS::SSM::') === false ? parameter.name : undefined;
}

function writtenAt(value: unknown, step: string): unknown {
  if (step.endsWith('[]')) {
    const items = writtenAt(value, step.slice(0, -2));
    return Array.isArray(items) && items.length === 1 ? items[0] : undefined;
  }
  return isJsonMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function passesOne(stack: Resource, name: string): boolean {
  const parameters = stack.properties['Parameters'];
  return isMap(parameters) && Object.hasOwn(parameters, name) && !hasOptions(parameters);
}

function isTarget(graph: Graph, value: Value, { resource, keys }: Target): boolean {
  const key = textKey(value);
  return (key !== undefined && keys.includes(key)) || targetsIn(graph, value).includes(resource);
}

/** What a value may be; nothing where it is not set. */
export function optionsOf(value: Value | undefined): readonly Value[] {
  if (value instanceof OneOf) return value.options;
  return value === undefined ? [] : [value];
}

/** Equal for names that are the same at deployment; undefined for what cannot be compared. */
export function textKey(value: Value): string | undefined {
  if (typeof value === 'string' || value instanceof Partial) return identity(value);
  return value instanceof Unknown && value.source !== undefined ? identity(value) : undefined;
}

/** The resources that a value names, also in part: `${Bucket.Arn}/*`. */
function targetsIn(graph: Graph, value: Value): readonly Resource[] {
  const parts = value instanceof Partial ? value.parts : [value];
  return parts.flatMap((part) => {
    const target = referred(part, graph);
    return target ? [target] : [];
  });
}

function rootOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}

function hasOptions(value: Value | undefined): boolean {
  if (value instanceof OneOf) return true;
  return isList(value) ? value.some(hasOptions) : isMap(value) && Object.values(value).some(hasOptions);
}

/** The value with nothing in it that is one of several. */
function withoutOptions(value: Value): Value {
  if (value instanceof OneOf) return null;
  if (isList(value)) return value.map(withoutOptions);
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutOptions(item)]))
    : value;
}
