import type { Trilean } from '../../model';
import { Unknown, type Graph, type Resource, type Value } from '../../template';
import { companions, optionsOf, referred, type Companion, type Naming } from '../check';

const ASSOCIATION: Naming = { type: 'AWS::EC2::SubnetRouteTableAssociation', path: 'RouteTableId' };

/** The associations of subnets with the table of a route, and how sure it is that each exists with the route and means it. */
export function routedBy(route: Resource, graph: Graph): readonly Companion[] {
  const tables = optionsOf(route.properties['RouteTableId']);
  return tables
    .flatMap((table) => meeting(graph, { pointer: route, value: table }, ASSOCIATION, route))
    .map(({ resource, certainty }) => ({ resource, certainty: tables.length > 1 ? 'unknown' : certainty }));
}

/** What an association may name as its subnet. */
export function subnetsOf(association: Resource): readonly Value[] {
  return optionsOf(association.properties['SubnetId']);
}

/** What holds whichever option it turns out to be; undefined where there is none. */
export function agreed(options: readonly Trilean[]): Trilean | undefined {
  const [first, ...others] = options;
  return others.every((other) => other === first) ? first : 'unknown';
}

/**
 * The companions that point to what `pointer` points to by `value`, and exist together with `resource`. Where that is not
 * known, those of the pointer's template may mean it.
 */
export function meeting(
  graph: Graph,
  { pointer, value }: { readonly pointer: Resource; readonly value: Value },
  naming: Naming,
  resource: Resource,
): readonly Companion[] {
  const target = referred(value, graph);
  if (target) return companions(graph, target, naming, resource);
  const found = companions(graph, pointer, { ...naming, text: value }, resource);
  if (!(value instanceof Unknown)) return found;
  const others = graph.ofType(naming.type).filter(({ template }) => template === pointer.template);
  const possible = others.filter((other) => !found.some((each) => each.resource === other));
  return [
    ...found,
    ...possible
      .filter((other) => graph.accompanies(resource, other) !== false)
      .map((other): Companion => ({ resource: other, certainty: 'unknown' })),
  ];
}
