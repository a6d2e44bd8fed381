import { and, or, type Trilean } from '../../model';
import { asText, Unknown, type Graph, type Resource } from '../../template';
import { filled } from '../check';
import { conditionKeys, isDeny, onEverything, policyDocument, type Statement } from '../policy';
import type { RuleContext, RuleResult } from '../rule';

const TYPE = 'AWS::Organizations::Policy';

/** The policies of a kind that are attached to something. */
export function attachedPolicies(graph: Graph, kind: string): readonly Resource[] {
  return graph.ofType(TYPE).filter(({ properties }) => asText(properties['Type']) === kind && isAttached(properties));
}

function isAttached(properties: Resource['properties']): boolean {
  return filled.test(properties['TargetIds']) !== false;
}

/** The statements of the attached policies of a kind, and whether all of them could be read. */
function statementsOf(
  graph: Graph,
  kind: string,
): { readonly statements: readonly Statement[]; readonly isRead: boolean } {
  const documents = attachedPolicies(graph, kind).map(({ properties }) =>
    policyDocument(properties['Content'], 'Content'),
  );
  const isRead = documents.every(({ unresolved }) => unresolved.length === 0) && graph.ofType(TYPE).every(hasKind);
  return { statements: documents.flatMap(({ statements }) => statements), isRead };
}

function hasKind({ properties }: Resource): boolean {
  return !(properties['Type'] instanceof Unknown);
}

/** Whether a statement refuses on every resource, whatever its condition. */
export function refuses(item: Statement): Trilean {
  return and(isDeny(item), onEverything(item));
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

/** A rule's predicate over the attached service control policies: one of their statements is of this kind. */
export function guardrail(expected: string, is: (item: Statement, context: RuleContext) => Trilean) {
  return anyStatement('SERVICE_CONTROL_POLICY', expected, is);
}

/** A rule's predicate: one statement of the attached policies of a kind is such as `is` says. */
export function anyStatement(
  kind: string,
  expected: string,
  is: (item: Statement, context: RuleContext) => Trilean,
): (resource: Resource, context: RuleContext) => RuleResult {
  return (_anchor, context) => {
    const { statements, isRead } = statementsOf(context.graph, kind);
    const holds = or(...statements.map((item) => is(item, context)), isRead ? false : 'unknown');
    const property = 'Properties.Content';
    if (holds === true) return { status: 'pass', property, expected };
    if (holds === false) return { status: 'fail', property, observed: 'no attached policy says so', expected };
    return { status: 'unknown', property, expected, because: 'an organisation policy cannot be read' };
  };
}
