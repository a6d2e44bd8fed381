import { Reference, type Graph, type Resource, type Value } from '../../template';

/** The resource that a value points to; undefined for any other value, and for what is not in the graph. */
export function referred(value: Value | undefined, graph: Graph): Resource | undefined {
  return value instanceof Reference ? graph.follow(value) : undefined;
}
