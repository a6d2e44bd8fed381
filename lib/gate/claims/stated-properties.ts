import { QuestionError, reachabilityOf, type Answer } from '../../proofs/reachability';
import type { Registers, StatedProperty } from '../../config';
import type { ReachabilityProperty } from '../../model';
import type { RuleResult } from '../../rules';
import { markedAccounts, type Graph } from '../../template';
import { STATED_PROPERTY_HOLDS } from './claim-rules';
import type { ClaimOutcome } from './outcome';

/** Things that stop a connection, or are not known, as far as a finding tells them. */
const SHOWN = 3;

/**
 * Proves what the config states of the network. Of a part of the landing zone, in which some account has no templates,
 * it judges what that part can show.
 */
export function judgeProperties(graph: Graph, { properties, accounts }: Registers): ClaimOutcome[] {
  const template = graph.ofType('AWS::EC2::Subnet')[0]?.template ?? graph.templates[0];
  if (!template || properties.length === 0) return [];
  const marked = markedAccounts(graph.templates);
  const isWhole = accounts.every(({ name }) => marked.has(name));
  return properties.map((property) => ({
    rule: STATED_PROPERTY_HOLDS,
    template,
    subject: property.name,
    result: held(graph, property, isWhole),
  }));
}

/** What the config states of the network, each with whether it holds; what these templates cannot show is left out. */
export function provedProperties(graph: Graph, registers: Registers): readonly ReachabilityProperty[] {
  const answers = { pass: 'yes', fail: 'no', unknown: 'unknown' } as const;
  return judgeProperties(graph, registers).flatMap(({ subject, result }) => {
    const { status, because } = result;
    if (status === 'not-applicable') return [];
    return [{ name: subject, answer: answers[status], counterexamples: because === undefined ? [] : [because] }];
  });
}

function held(graph: Graph, stated: StatedProperty, isWhole: boolean): RuleResult {
  // What must cross something cannot go around it.
  const { expect: expected = 'no', name, reason } = stated;
  const answer = ask(graph, stated);
  const because = `${name}: ${reason}`;
  if (typeof answer === 'string') {
    return isWhole ? { status: 'unknown', expected, because: `${name}: ${answer}` } : { status: 'not-applicable' };
  }
  const { answer: observed, witness, unresolved } = answer;
  if (observed === expected) return { status: 'pass', observed, expected };
  if (!isWhole && expected === 'yes') return { status: 'not-applicable' };
  if (observed === 'unknown') {
    return {
      status: 'unknown',
      observed,
      expected,
      because: `${name}: ${unresolved.slice(0, SHOWN).join('; ')}`,
      witness,
    };
  }
  const stops = answer.blockedBy.slice(0, SHOWN).map(({ hop, why }) => `; ${hop} ${why}`);
  return { status: 'fail', observed, expected, because: `${because}${stops.join('')}`, witness };
}

/** The answer, or why the question cannot be asked of these templates. */
function ask(graph: Graph, { from, to, port, protocol, crosses }: StatedProperty): Answer | string {
  try {
    return reachabilityOf(graph).ask({
      from,
      to,
      ...(port === undefined ? {} : { port }),
      ...(protocol === undefined ? {} : { protocol }),
      ...(crosses === undefined ? {} : { avoiding: crosses }),
    });
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
}
