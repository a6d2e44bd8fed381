import {
  isList,
  isMap,
  OneOf,
  Partial,
  Reference,
  type Graph,
  type Part,
  type Resource,
  type Value,
} from '../../template';

type Uses = ReadonlyMap<Resource, readonly { readonly type: string; readonly count: number }[]>;

/** Resources that speak of a key without being protected by it. */
const NO_USE = /^AWS::(KMS::|IAM::|CloudWatch::|Events::)/;

/** By which types of resources each key is named, by reference or by its alias. */
export function usesOf(
  graph: Graph,
  keys: readonly Resource[],
  aliases: ReadonlyMap<Resource, readonly string[]>,
): Uses {
  const counts = new Map<Resource, Map<string, number>>(keys.map((key) => [key, new Map()]));
  const byAlias = new Map([...aliases].flatMap(([key, names]) => names.map((name) => [name, key] as const)));
  for (const template of graph.templates) {
    for (const { type, properties } of template.resources) {
      if (NO_USE.test(type)) continue;
      const named = new Set<Resource>();
      collect(properties, { graph, byAlias, counts, into: named });
      for (const key of named) {
        const types = counts.get(key);
        types?.set(type, (types.get(type) ?? 0) + 1);
      }
    }
  }
  return new Map(
    [...counts].map(([key, types]) => [
      key,
      [...types].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => ({ type, count })),
    ]),
  );
}

interface Search {
  readonly graph: Graph;
  readonly byAlias: ReadonlyMap<string, Resource>;
  readonly counts: ReadonlyMap<Resource, unknown>;
  readonly into: Set<Resource>;
}

function collect(value: Value | undefined, search: Search): void {
  if (typeof value === 'string') addNamed(value, search);
  else if (value instanceof Reference) addReferred(value, search);
  else if (value instanceof Partial) value.parts.forEach((part) => collectPart(part, search));
  else if (value instanceof OneOf) value.options.forEach((option) => collect(option, search));
  else if (isList(value)) value.forEach((item) => collect(item, search));
  else if (isMap(value)) for (const item of Object.values(value)) collect(item, search);
}

function collectPart(part: Part, search: Search): void {
  if (typeof part === 'string') addNamed(part, search);
  else if (part instanceof Reference) addReferred(part, search);
}

function addReferred(reference: Reference, { graph, counts, into }: Search): void {
  const resource = graph.follow(reference);
  if (resource && counts.has(resource)) into.add(resource);
}

function addNamed(text: string, { byAlias, into }: Search): void {
  const [alias] = /alias\/[\w/-]+$/.exec(text) ?? [];
  const key = alias === undefined ? undefined : byAlias.get(alias);
  if (key) into.add(key);
}
