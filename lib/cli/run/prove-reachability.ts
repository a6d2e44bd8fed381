import { provedProperties, registeredFlows } from '../../gate';
import type { Protocol, ReachabilityMatrix, ReachabilityQuestion } from '../../model';
import { QuestionError, reachabilityOf, type Expectations, type Reachability } from '../../proofs/reachability';
import { reachabilityJson, reachabilityText, type ReachabilityProof } from '../../report';
import type { Unit } from '../../template';
import { authorityOf, type Authority, type AuthorityFlags } from '../authority';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { templateOptions, type TemplateFlags } from '../template-options';
import { timeOf } from '../time-of';
import { targetsOf, writeDocument } from '../write-result';
import { proveEach, statusOf, type Proved } from './prove-each';

export interface ReachabilityFlags extends TemplateFlags, AuthorityFlags {
  readonly from?: string;
  readonly to?: string;
  readonly port?: number | string;
  readonly protocol?: Protocol;
  readonly avoiding?: string;
  readonly expect?: 'yes' | 'no';
  readonly format?: readonly FormatTarget[];
  readonly now?: Date;
  readonly quiet?: true;
}

/** Answers one question, or all there are, of each path by itself; returns the exit status. */
export function runProveReachability(paths: readonly string[], flags: ReachabilityFlags, session: Session): number {
  const question = questionOf(flags);
  const authority = authorityOf(flags, session);
  if (!authority) return EXIT.fail;
  const now = timeOf(flags.now, session);
  const prove = (path: string, unit: Unit): Proved<ReachabilityProof> => {
    const reachability = networkOf(unit, expectationsOf(flags, authority, now));
    return question
      ? answered(path, reachability, question, flags)
      : shown(path, unit, reachability.matrix(), authority);
  };
  const results = proveEach(paths, templateOptions(flags), prove, session, flags.format);
  const proofs = results.map(({ proof }) => proof);
  const write = { json: () => reachabilityJson(proofs), text: (color: boolean) => reachabilityText(proofs, { color }) };
  writeDocument(write, targetsOf(flags.format ?? [], flags.quiet ?? false), session);
  return statusOf(results.map(({ status }) => status));
}

function questionOf({
  from,
  to,
  port,
  protocol,
  avoiding,
  expect,
}: ReachabilityFlags): ReachabilityQuestion | undefined {
  const more = {
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(avoiding === undefined ? {} : { avoiding }),
  };
  if (from !== undefined && to !== undefined) return { from, to, ...more };
  const isAlone = from === undefined && to === undefined && expect === undefined && Object.keys(more).length === 0;
  if (isAlone) return undefined;
  throw new CannotError(
    'a question needs both --from and --to; --port, --protocol, --avoiding and --expect belong to a question',
  );
}

/** With registers, flows count as declared that these hold; with a profile, it says which zones face the internet. */
function expectationsOf(flags: ReachabilityFlags, { registers, profile }: Authority, now: Date): Expectations {
  if (flags.config === undefined && flags.profile === undefined) return {};
  const facing = profile.zones.filter(({ internetFacing }) => internetFacing).map(({ name }) => name);
  return { facing, ...(registers ? { counts: registeredFlows(registers, now, profile.timeZone) } : {}) };
}

function networkOf({ path, graph }: Unit, expected: Expectations): Reachability {
  const reachability = reachabilityOf(graph, expected);
  if (reachability.zones.every(({ by }) => by === 'outside')) {
    throw new CannotError(`${path} has no subnets: there is nothing whose reachability could be proved`);
  }
  return reachability;
}

function answered(
  path: string,
  reachability: Reachability,
  question: ReachabilityQuestion,
  { expect }: ReachabilityFlags,
): Proved<ReachabilityProof> {
  try {
    const answer = reachability.ask(question);
    const differs = expect !== undefined && expect !== answer.answer;
    const status = answer.answer === 'unknown' ? EXIT.undecided : differs ? EXIT.fail : EXIT.pass;
    return { proof: { path, answer }, status };
  } catch (error) {
    if (error instanceof QuestionError) throw new CannotError(error.message, error);
    throw error;
  }
}

/** With a config, what it states of the network is an assertion. */
function shown(
  path: string,
  { graph }: Unit,
  matrix: ReachabilityMatrix,
  { registers }: Authority,
): Proved<ReachabilityProof> {
  const stated = registers ? provedProperties(graph, registers) : [];
  const proof = { path, matrix: { ...matrix, properties: [...matrix.properties, ...stated] } };
  const statuses = { yes: EXIT.pass, no: EXIT.fail, unknown: EXIT.undecided };
  return { proof, status: statusOf(stated.map(({ answer }) => statuses[answer])) };
}
