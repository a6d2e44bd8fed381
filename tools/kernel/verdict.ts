import type { Answer } from '../../lib/proofs/reachability';
import { engineOn, type Engine } from './engine';
import { simulate } from './oracle';
import type { Question } from './questions';
import { shrink } from './shrink';
import { instanceOf, type Topology } from './topology';

/** A topology with what the kernel said about it. */
export interface Observation {
  readonly topology: Topology;
  readonly questions: readonly Question[];
  readonly answers: readonly boolean[];
}

export interface Disagreement {
  readonly topology: Topology;
  readonly question: Question;
  readonly kernel: boolean;
  readonly engine: Answer;
}

/** Questions to which the engine gives another answer than the kernel. Nothing is left open, so `unknown` is wrong too. */
export function disagreements(engine: Engine, { topology, questions, answers }: Observation): readonly Disagreement[] {
  const ask = engineOn(engine, topology);
  return questions.flatMap((question, index) => {
    const kernel = answers[index] ?? false;
    const answer = ask(question);
    return answer.answer === wordOf(kernel) ? [] : [{ topology, question, kernel, engine: answer }];
  });
}

/** The first question that an engine gets wrong, without asking the rest. */
export function firstDisagreement(engine: Engine, observation: Observation): Question | undefined {
  const ask = engineOn(engine, observation.topology);
  return observation.questions.find(
    (question, index) => ask(question).answer !== wordOf(observation.answers[index] ?? false),
  );
}

/** Questions to which the simulation gives another answer than the kernel: then one of the two models is wrong. */
export function modelFaults({ topology, questions, answers }: Observation): readonly Question[] {
  return questions.filter((question, index) => simulate(topology, question) !== answers[index]);
}

/** A disagreement in words, with as little of the topology as still shows it (by the simulation, for the kernel). */
export function explained(engine: Engine, { topology, question, kernel, engine: found }: Disagreement): string {
  const least = shrink(topology, (candidate) => {
    const isThere = (host: string) => candidate.outsiders.includes(host) || instanceOf(candidate, host) !== undefined;
    const isAsked = isThere(question.from) && isThere(question.to);
    const isSame = isAsked && simulate(candidate, question) === kernel;
    return isSame && engineOn(engine, candidate)(question).answer === found.answer;
  });
  const { from, to, protocol, port } = question;
  const what = port === undefined ? protocol : `${protocol} ${port}`;
  const hops = found.answer === 'no' ? found.blockedBy : found.witness;
  const facts = Object.entries(least).flatMap(([kind, items]) =>
    Array.isArray(items) ? items.map((item: unknown) => `    ${kind}: ${JSON.stringify(item)}`) : [],
  );
  return [
    `seed ${topology.seed}: ${from} to ${to}, ${what}: the kernel says ${wordOf(kernel)}, the engine ${found.answer}`,
    ...[...found.unresolved, ...hops.map(({ hop, why }) => `${hop}: ${why}`)].map((line) => `    engine: ${line}`),
    ...facts,
  ].join('\n');
}

function wordOf(answer: boolean): 'yes' | 'no' {
  return answer ? 'yes' : 'no';
}
