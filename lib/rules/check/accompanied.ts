import { and, or, type Trilean } from '../../model';
import type { Resource } from '../../template';
import type { Rule, RuleContext } from '../rule';
import { companions, type Naming } from './companions';
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
 * unresolved, its condition is open, or what it says cannot be resolved.
 */
export function accompanied({ namings, expected, is = () => true, otherwise }: Needed): Rule['evaluate'] {
  return (resource, context) => {
    const found = { path: '', value: undefined };
    const candidates = namings
      .flatMap((naming) => companions(context.graph, resource, naming))
      .map(({ resource: other, certainty }) => ({ other, holds: and(certainty, is(other, context)) }));
    const without = otherwise?.(resource, context) ?? false;
    const has = or(...candidates.map(({ holds }) => holds), without);
    if (has === true) {
      const companion = candidates.find(({ holds }) => holds === true)?.other.logicalId;
      return { ...pass(found, expected), observed: companion ?? 'none needed' };
    }
    if (has === false) return { ...fail(found, expected), observed: 'none' };
    const because = `${candidates[0]?.other.logicalId ?? 'another resource'} may be it: what it says is not known`;
    return { ...unknown(found, expected), observed: 'not known', because };
  };
}
