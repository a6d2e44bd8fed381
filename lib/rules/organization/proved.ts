import { guardrailsOf, type Property, type PropertyId } from '../../proofs/guardrails';
import type { Resource } from '../../template';
import type { RuleContext, RuleResult } from '../rule';

/** A rule's predicate: nobody but roles that policies name can call any of these actions, which is proved for each. */
export function nobodyCan(...actions: readonly string[]) {
  return (_anchor: Resource, { graph, profile, declared }: RuleContext): readonly RuleResult[] => {
    const guardrails = guardrailsOf(graph, profile, declared?.allowedEverywhere);
    return actions.map((action) => judged(guardrails.nobodyCan([action])));
  };
}

/** A rule's predicate: a property of the guardrails holds. @param unguarded The result without any attached policy. */
export function holds(id: PropertyId, unguarded: RuleResult) {
  return (_anchor: Resource, { graph, profile, declared }: RuleContext): RuleResult => {
    const found = guardrailsOf(graph, profile, declared?.allowedEverywhere).properties.find((each) => each.id === id);
    return found ? judged(found) : unguarded;
  };
}

/** Counterexamples that are told. */
const SHOWN = 10;

function judged({ name: expected, answer, counterexamples }: Property): RuleResult {
  const property = 'Properties.Content';
  const sentences = counterexamples.slice(0, SHOWN).map(({ sentence }) => sentence);
  if (answer === 'yes') return { status: 'pass', property, expected };
  if (answer === 'unknown') return { status: 'unknown', property, expected, because: sentences.join('; ') };
  const witness = counterexamples.slice(0, SHOWN).map(({ place, sentence, guardrails: [first] }) => ({
    hop: place,
    template: first?.resource?.template.path ?? '',
    logicalId: first?.resource?.logicalId ?? '',
    why: sentence,
  }));
  return { status: 'fail', property, observed: sentences, expected, witness };
}
