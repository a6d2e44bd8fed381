import type { Protocol, ReachabilityAnswer, ReachabilityMatrix, ReachabilityQuestion } from '../../model';
import { QuestionError, reachabilityOf, type Reachability } from '../../proofs/reachability';
import { answerJson, answerText, matrixJson, matrixText } from '../../report';
import { readUnit } from '../../template';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { DEFAULT_PATH } from '../default-path';
import { templateOptions, type TemplateFlags } from '../template-options';
import { targetsOf, writeDocument } from '../write-result';

export interface ReachabilityFlags extends TemplateFlags {
  readonly from?: string;
  readonly to?: string;
  readonly port?: number;
  readonly protocol?: Protocol;
  readonly expect?: 'yes' | 'no';
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/** Answers one question, or all there are; returns the exit status. */
export function runProveReachability(path = DEFAULT_PATH, flags: ReachabilityFlags, session: Session): number {
  const question = questionOf(flags);
  const { graph, errors } = readUnit(path, templateOptions(flags));
  for (const error of errors) session.stderr.write(`lionrock: ${error.path}: ${error.message}\n`);
  const reachability = reachabilityOf(graph);
  if (reachability.zones.every(({ by }) => by === 'outside')) {
    throw new CannotError(`${path} has no subnets: there is nothing whose reachability could be proved`);
  }
  const status = question
    ? answerOne(reachability, question, flags, session)
    : showAll(reachability.matrix(), flags, session);
  return errors.length > 0 && status === EXIT.pass ? EXIT.undecided : status;
}

function questionOf({ from, to, port, protocol, expect }: ReachabilityFlags): ReachabilityQuestion | undefined {
  if (from !== undefined && to !== undefined) {
    return { from, to, ...(port === undefined ? {} : { port }), ...(protocol === undefined ? {} : { protocol }) };
  }
  if (from === undefined && to === undefined) {
    const alone = [port, protocol, expect].some((flag) => flag !== undefined);
    if (!alone) return undefined;
  }
  throw new CannotError('a question needs both --from and --to; --port, --protocol and --expect belong to a question');
}

function answerOne(
  reachability: Reachability,
  question: ReachabilityQuestion,
  flags: ReachabilityFlags,
  session: Session,
): number {
  const answer = asked(reachability, question);
  const write = { json: () => answerJson(answer), text: (color: boolean) => answerText(answer, { color }) };
  writeDocument(write, targetsOf(flags.format ?? [], flags.quiet ?? false), session);
  if (answer.answer === 'unknown') return EXIT.undecided;
  return flags.expect === undefined || flags.expect === answer.answer ? EXIT.pass : EXIT.fail;
}

function asked(reachability: Reachability, question: ReachabilityQuestion): ReachabilityAnswer {
  try {
    return reachability.ask(question);
  } catch (error) {
    if (error instanceof QuestionError) throw new CannotError(error.message, error);
    throw error;
  }
}

function showAll(matrix: ReachabilityMatrix, { format, quiet }: ReachabilityFlags, session: Session): number {
  const write = { json: () => matrixJson(matrix), text: (color: boolean) => matrixText(matrix, { color }) };
  writeDocument(write, targetsOf(format ?? [], quiet ?? false), session);
  return EXIT.pass;
}
