import { and, type Trilean } from '../../model';
import { wholeOf, type Graph, type Resource, type Value } from '../../template';
import { optionsOf, pointersOf, pointsTo, textKey } from './pointers';

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

/**
 * The resources of a type that point to `resource`, by reference or by name, and exist together with it, wherever in the
 * unit they stand. One of the same template that points to something unresolved may mean it. So may one that points to it
 * in some deployments only, such as in one branch of `Fn::If`: it surely means it where the facts that `existing` brings
 * rule the others out.
 * @param existing What they have to exist together with, where that is not the resource itself.
 */
export function companions(
  graph: Graph,
  resource: Resource,
  { type, path, name, text }: Naming,
  existing: Resource = resource,
): readonly Companion[] {
  const { byTarget, byText, open, varying } = pointersOf(graph, type, path);
  const names = optionsOf(name === undefined ? text : resource.properties[name]);
  const keys = names.flatMap((own) => textKey(own) ?? []);
  const target = { resource: wholeOf(resource), keys };
  const sure = new Set(byTarget.get(target.resource) ?? []);
  const byName = new Set(keys.flatMap((key) => byText.get(key) ?? []).filter((other) => !sure.has(other)));
  const isOpen = (other: Resource): boolean =>
    other.template === resource.template && !sure.has(other) && !byName.has(other);
  const found = (others: Iterable<Resource>, meant: true | 'unknown'): readonly Companion[] =>
    [...others].flatMap((other) => {
      const means = varying.has(other) && pointsTo(graph, existing, { pointer: other, path, target });
      return companion(other, graph.accompanies(existing, other), varying.has(other) ? and(meant, means) : meant);
    });
  return [
    ...found(sure, true),
    // The name that the resource has itself may be one of several, of which some are not set or made at deployment.
    ...found(byName, names.length === 1 || 'unknown'),
    ...found(open.filter(isOpen), 'unknown'),
  ];
}

/** Whether none of the companions is there: unknown when one may be. */
export function isAlone(found: readonly Companion[]): Trilean {
  if (found.some(({ certainty }) => certainty === true)) return false;
  return found.length > 0 ? 'unknown' : true;
}

function companion(resource: Resource, exists: Trilean, meant: Trilean): readonly Companion[] {
  if (exists === false || meant === false) return [];
  return [{ resource, certainty: exists === true && meant === true ? true : 'unknown' }];
}
