import { guardrailsOf, type GivenCall, type Guardrails, type Property, type PropertyId } from '../../proofs/guardrails';
import type { Profile } from '../../profiles';
import type { Resource } from '../../template';
import type { Rule, RuleContext, RuleResult } from '../rule';

/** A rule's predicate: nobody but roles that policies name can call any of these actions, which is proved for each. */
export function nobodyCan(...actions: readonly string[]): Rule['evaluate'] {
  return proved((guardrails) => actions.map((action) => guardrails.nobodyCan([action])));
}

/** A rule's predicate: nobody but roles that policies name can call this action with what is given of its request. */
export function nobodyCanWith(action: string, given: GivenCall): Rule['evaluate'] {
  return proved((guardrails) => [guardrails.nobodyCan([action], given)]);
}

/** A rule's predicate: each of these properties of the guardrails holds. */
export function proved(
  properties: (guardrails: Guardrails, profile: Profile) => readonly Property[],
): Rule['evaluate'] {
  return (_anchor: Resource, { graph, profile, declared }: RuleContext): readonly RuleResult[] =>
    properties(guardrailsOf(graph, profile, declared?.allowedEverywhere), profile).map(judged);
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
