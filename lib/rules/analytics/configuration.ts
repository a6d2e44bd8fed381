import type { Trilean } from '../../model';
import { asText, Reference, type Graph, type Resource } from '../../template';
import { fail, judge, pass, present, unknown, type Found } from '../check';
import type { RuleResult } from '../rule';

/** The security configuration of a type that is named by reference or by its name, where it stands in the unit. */
export function configurationIn(
  graph: Graph,
  type: string,
  { value }: Found,
  { template }: Resource,
): Resource | undefined {
  if (value instanceof Reference) return graph.follow(value);
  const name = asText(value);
  if (name === undefined) return undefined;
  return graph.ofType(type).find((other) => other.template === template && asText(other.properties['Name']) === name);
}

/** The result for a resource whose configuration says what is expected, or does not. */
export function saidBy(found: Found, holds: Trilean, inner: string): RuleResult {
  const expected = `a configuration with ${inner}`;
  if (holds === 'unknown') return { ...unknown(found, expected), because: 'what the configuration says is not known' };
  return holds ? pass(found, expected) : fail(found, expected);
}

/** The result where no configuration of the unit is named: none at all fails, and what another one says is not known. */
export function saidElsewhere(found: Found): readonly RuleResult[] {
  return judge([found], present).map((result) =>
    result.status === 'pass'
      ? { ...result, status: 'unknown', because: 'the security configuration that is named stands outside the unit' }
      : result,
  );
}
