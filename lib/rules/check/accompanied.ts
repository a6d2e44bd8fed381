import { and, or, type Trilean } from '../../model';
import { apart, type Resource } from '../../template';
import type { Rule, RuleContext } from '../rule';
import { companions, type Companion, type Naming } from './companions';
import { fail, pass, unknown } from './result';

/** A companion that a resource needs. */
export interface Needed {
  /** How companions of the right kind mean the resource; one way is enough. */
  readonly namings: readonly Naming[];
  /** In words: `a flow log of the VPC`. */
  readonly expected: string;
  /** Whether a companion is of the right kind; all are by default. */
  readonly is?: (companion: Resource, context: RuleContext) => Trilean;
  /** Why the resource is right without a companion, or undefined. */
  readonly otherwise?: (resource: Resource, context: RuleContext) => Trilean;
}

/**
 * A rule's predicate: another resource of the unit must speak of this one. Unknown when one may: it points to something
 * unresolved, its condition is open, or what it says cannot be resolved. Companions of which there is one in every way that
 * the conditions can turn out, each in another, are as good as one that is always there.
 */
export function accompanied(needed: Needed): Rule['evaluate'] {
  const { expected, otherwise } = needed;
  return (resource, context) => {
    const found = { path: '', value: undefined };
    const candidates = candidatesOf(needed, resource, context, resource);
    const has = or(...candidates.map(({ holds }) => holds), otherwise?.(resource, context) ?? false);
    const [first, ...others] = new Set(candidates.map(({ other }) => other.logicalId));
    if (has === true) {
      const companion = candidates.find(({ holds }) => holds === true)?.other.logicalId;
      return { ...pass(found, expected), observed: companion ?? 'none needed' };
    }
    if (has === false) return { ...fail(found, expected), observed: 'none' };
    if (others.length > 0 && takeTurns(candidates, needed, resource, context))
      return { ...pass(found, expected), observed: `by conditions ${[first, ...others].join(', ')}` };
    const because = `${first ?? 'another resource'} may be it: what it says is not known`;
    return { ...unknown(found, expected), observed: 'not known', because };
  };
}

interface Candidate {
  readonly other: Resource;
  readonly holds: Trilean;
}

function candidatesOf(
  { namings, is = () => true }: Needed,
  resource: Resource,
  context: RuleContext,
  existing: Resource,
): readonly Candidate[] {
  return namings
    .flatMap((naming): readonly Companion[] => companions(context.graph, resource, naming, existing))
    .map(({ resource: other, certainty }) => ({ other, holds: and(certainty, is(other, context)) }));
}

/** Whether in each way that the conditions of the candidates can turn out, one of them is surely there. */
function takeTurns(
  candidates: readonly Candidate[],
  needed: Needed,
  resource: Resource,
  context: RuleContext,
): boolean {
  const places = apart(
    resource,
    candidates.map(({ other }) => other),
  );
  return places.every((place) => candidatesOf(needed, resource, context, place).some(({ holds }) => holds === true));
}
