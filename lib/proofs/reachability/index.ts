import type { Graph } from '../../template';
import { answer, Subjects, zonesOf, type Answer, type Question, type Zone } from './answers';
import { networkOf } from './network';

export { QuestionError, type Answer, type Question } from './answers';

/** The reachability of the network that templates describe. */
export interface Reachability {
  /** @throws QuestionError when the templates have nothing that the question names. */
  ask(question: Question): Answer;
  readonly zones: readonly Zone[];
}

/** Reads the network of a graph once; every question is answered from it. */
export function reachabilityOf(graph: Graph): Reachability {
  const network = networkOf(graph);
  const zones = zonesOf(network);
  const subjects = new Subjects(network, zones);
  return { zones, ask: (question) => answer(network, subjects, question) };
}
