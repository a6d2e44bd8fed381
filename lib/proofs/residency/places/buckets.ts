import { asText, identity, type Graph, type Resource } from '../../../template';

/** The buckets of a graph by what their names resolve to. */
export interface Buckets {
  /** Buckets of this name; of other templates only where the name is known in full. */
  named(name: string): readonly Resource[];
  /** Buckets of the same template whose names are made of the same parts, not all of which are known. */
  likewise(key: string, template: string): readonly Resource[];
}

const KNOWN = new WeakMap<Graph, Buckets>();
const TYPES = ['AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket'];

export function bucketsOf(graph: Graph): Buckets {
  const known = KNOWN.get(graph) ?? indexed(graph);
  KNOWN.set(graph, known);
  return known;
}

function indexed(graph: Graph): Buckets {
  const byName = new Map<string, Resource[]>();
  const byParts = new Map<string, Resource[]>();
  for (const bucket of TYPES.flatMap((type) => graph.ofType(type))) {
    const value = bucket.properties['BucketName'];
    const name = asText(value);
    if (name !== undefined) append(byName, name, bucket);
    else if (value !== undefined) append(byParts, `${bucket.template.path} ${identity(value)}`, bucket);
  }
  return {
    named: (name) => byName.get(name) ?? [],
    likewise: (key, template) => byParts.get(`${template} ${key}`) ?? [],
  };
}

function append(map: Map<string, Resource[]>, key: string, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
