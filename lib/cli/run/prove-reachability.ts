import { provedProperties, registeredFlows } from '../../gate';
import type { Protocol, ReachabilityMatrix, ReachabilityQuestion } from '../../model';
import { QuestionError, reachabilityOf, type Expectations, type Reachability } from '../../proofs/reachability';
import { reachabilityJson, reachabilityText, type ReachabilityProof } from '../../report';
import { readUnit, type Unit } from '../../template';
import { authorityOf, type Authority, type AuthorityFlags } from '../authority';
import { DEFAULT_PATH } from '../default-path';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { templateOptions, type TemplateFlags } from '../template-options';
import { timeOf } from '../time-of';
import { targetsOf, writeDocument } from '../write-result';

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

/** What came of one path, with its exit status. */
interface Proved {
  readonly proof: ReachabilityProof;
  readonly status: number;
}

/** Answers one question, or all there are, of each path by itself; returns the exit status. */
export function runProveReachability(paths: readonly string[], flags: ReachabilityFlags, session: Session): number {
  const question = questionOf(flags);
  const authority = authorityOf(flags, session);
  if (!authority) return EXIT.fail;
  const now = timeOf(flags.now, session);
  const units = [...new Set(paths.length > 0 ? paths : [DEFAULT_PATH])];
  const prove = (path: string): Proved => {
    const unit = readUnit(path, templateOptions(flags));
    for (const error of unit.errors) session.stderr.write(`lionrock: ${error.path}: ${error.message}\n`);
    const reachability = networkOf(unit, expectationsOf(flags, authority, now));
    const proved = question
      ? answered(path, reachability, question, flags)
      : shown(path, unit, reachability.matrix(), authority);
    return unit.errors.length > 0 && proved.status === EXIT.pass ? { ...proved, status: EXIT.undecided } : proved;
  };
  const [first, ...others] = units;
  const results =
    first !== undefined && others.length === 0 ? [prove(first)] : units.map((path) => attempt(path, prove, session));
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

/** Among several paths, one that tells nothing leaves the others told. */
function attempt(path: string, prove: (path: string) => Proved, { stderr }: Session): Proved {
  try {
    return prove(path);
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    stderr.write(`lionrock: ${path}: ${error.message}\n`);
    return { proof: { path, error: error.message }, status: EXIT.undecided };
  }
}

function answered(
  path: string,
  reachability: Reachability,
  question: ReachabilityQuestion,
  { expect }: ReachabilityFlags,
): Proved {
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
function shown(path: string, { graph }: Unit, matrix: ReachabilityMatrix, { registers }: Authority): Proved {
  const stated = registers ? provedProperties(graph, registers) : [];
  const proof = { path, matrix: { ...matrix, properties: [...matrix.properties, ...stated] } };
  const statuses = { yes: EXIT.pass, no: EXIT.fail, unknown: EXIT.undecided };
  return { proof, status: statusOf(stated.map(({ answer }) => statuses[answer])) };
}

/** Fail wins over undecided, and that over pass. */
function statusOf(statuses: readonly number[]): number {
  if (statuses.includes(EXIT.fail)) return EXIT.fail;
  return statuses.includes(EXIT.undecided) ? EXIT.undecided : EXIT.pass;
}
