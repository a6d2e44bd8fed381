import { forSome, or, type Trilean } from '../../model';
import { guardrailsOf } from '../../proofs/guardrails';
import { asText, Unknown, type Graph, type Resource } from '../../template';
import { filled } from '../check';
import { conditionKeys, policyDocument, readOnce, type Statement } from '../policy';
import type { RuleContext, RuleResult } from '../rule';

const TYPE = 'AWS::Organizations::Policy';

/** The policies of a kind that are attached to something. */
export function attachedPolicies(graph: Graph, kind: string): readonly Resource[] {
  return graph.ofType(TYPE).filter(({ properties }) => asText(properties['Type']) === kind && isAttached(properties));
}

function isAttached(properties: Resource['properties']): boolean {
  return filled.test(properties['TargetIds']) !== false;
}

/** Keys by which a guardrail exempts named roles, or the services of AWS. Lower case. */
const EXEMPTING: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
]);

/** Whether a refusal holds for everybody except named roles: its condition does nothing else than exempt them. */
export function isForAll({ condition }: Statement): Trilean {
  if (condition === undefined) return true;
  if (condition instanceof Unknown) return 'unknown';
  return conditionKeys(condition).every(
    ({ operator, key }) => EXEMPTING.has(key) && (/not/.test(operator) || key === 'aws:principalisawsservice'),
  );
}

/**
 * A rule's predicate: wherever accounts are, one statement of the service control policies that bind there is such as `is`
 * says. What binds one unit only says nothing of the others.
 */
export function guardrail(
  expected: string,
  is: (item: Statement, context: RuleContext) => Trilean,
): (resource: Resource, context: RuleContext) => RuleResult {
  return (_anchor, context) => {
    const { places, unread } = guardrailsOf(
      context.graph,
      context.profile,
      context.declared?.allowedEverywhere,
    ).organization;
    const property = 'Properties.Content';
    const found = places.map((place) => {
      const policies = place.serviceControl.flat().flatMap(({ resource }) => resource ?? []);
      return {
        place,
        holds: or(
          saidIn(policies, (item) => is(item, context)),
          unread.length > 0 ? 'unknown' : false,
        ),
      };
    });
    const bare = found.find(({ holds }) => holds === false);
    if (bare) {
      const observed = `no policy that binds ${bare.place.name} says so`;
      return { status: 'fail', property, observed, expected };
    }
    if (found.every(({ holds }) => holds === true)) return { status: 'pass', property, expected };
    return { status: 'unknown', property, expected, because: 'an organisation policy cannot be read' };
  };
}

function saidIn(policies: readonly Resource[], is: (item: Statement) => Trilean): Trilean {
  return forSome(policies, (policy) => {
    const { statements, unresolved } = documentOf(policy);
    return or(...statements.map((item) => is(item)), unresolved.length > 0 ? 'unknown' : false);
  });
}

/** Every policy is asked for at each place that it binds. */
const documentOf = readOnce(({ properties }) => policyDocument(properties['Content'], 'Content'));
