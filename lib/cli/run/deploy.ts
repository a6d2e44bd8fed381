import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config';
import type { AwsSession, DeploymentPlan, Preflight, StackResult } from '../../deploy';
import type { GateResult, Verdict } from '../../model';
import { counted } from '../../report/layout';
import { textReport } from '../../report';
import { checksStatus, checksText, checksVerdict } from '../checks-text';
import { untouchedLines } from '../deploy/accounts-text';
import { assemblyFolder, inAccounts, stacksOf } from '../deploy/assembly';
import { deployJson, type DeployOutcome } from '../deploy/document';
import { orCannot } from '../deploy/or-cannot';
import { planText } from '../deploy/plan-text';
import { RunProgress } from '../deploy/run-progress';
import { ask, awsSession, canAsk } from '../deploy/session';
import { summaryText } from '../deploy/summary-text';
import { untouchedOf } from '../deploy/untouched';
import { withToolkit } from '../deploy/with-toolkit';
import { CannotError, EXIT, STATUS } from '../exit';
import type { FormatTarget } from '../formats';
import { showsColour, type Session } from '../io';
import { loadConfigFile } from '../load-config';
import { loadDeploy } from '../load-deploy';
import { Progress } from '../progress';
import { targetsOf as formatsOf, writeDocument } from '../write-result';
import { judge, tellErrors } from './judgement';

export interface DeployFlags {
  readonly config: string;
  readonly output: string;
  /** Names of accounts; all when empty. */
  readonly account?: readonly string[];
  readonly dryRun?: true;
  readonly concurrency: number;
  readonly method: 'change-set' | 'direct';
  readonly state?: string;
  readonly yes?: true;
  readonly waivers?: readonly string[];
  readonly policy?: string;
  readonly pack?: readonly string[];
  readonly now?: Date;
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/** Gate, preflight, then wave after wave; returns the exit status. */
export async function runDeploy(assembly: string | undefined, flags: DeployFlags, session: Session): Promise<number> {
  const loaded = loadConfigFile(flags.config, session.stderr, session);
  if (!loaded) return EXIT.fail;
  // What is missing is told before anything is synthesized and judged.
  loadDeploy();
  const folder = assemblyFolder(assembly, flags, loaded, session);
  if (folder === undefined) return EXIT.fail;
  const result = await passGate(folder, flags, session);
  if (!result) return EXIT.fail;
  const order = { folder, loaded, flags, gate: result.verdict };
  if (result.verdict === 'pass') return afterGate(order, session);
  tellFailure(result, flags, session);
  write({ ...baseOf(order), verdict: result.verdict }, flags, session);
  return STATUS[result.verdict];
}

/** What is deployed, and how. */
interface Order {
  readonly folder: string;
  readonly loaded: LoadedConfig;
  readonly flags: DeployFlags;
  /** What the gate said of it. */
  readonly gate: Verdict;
}

function baseOf({ loaded, flags, gate }: Order): Omit<DeployOutcome, 'verdict'> {
  return { landingZone: loaded.config.name, dryRun: flags.dryRun ?? false, gate, checks: [] };
}

async function afterGate(order: Order, session: Session): Promise<number> {
  const { folder, loaded, flags } = order;
  const stacks = inAccounts(stacksOf(folder, loaded), flags.account ?? [], loaded);
  const plan = orCannot(() => loadDeploy().planDeployment(stacks, loaded.config));
  const aws = awsSession(loaded.config, session);
  const { checks } = await look(plan, order, aws, session);
  const status = checksStatus(checks);
  const isFirst = status === EXIT.pass && (flags.dryRun || !existsSync(stateFile(flags, loaded)));
  const untouched = isFirst ? await untouchedOf(loaded, aws) : undefined;
  const outcome = { ...baseOf(order), checks, ...(untouched ? { untouched } : {}), plan };
  if (status !== EXIT.pass || flags.dryRun) {
    write({ ...outcome, verdict: checksVerdict(checks) }, flags, session);
    return status;
  }
  return go(plan, { ...order, aws }, outcome, session);
}

/** Deploys what may be deployed, once a person agreed where one is there. */
async function go(
  plan: DeploymentPlan,
  order: Order & { readonly aws: AwsSession },
  outcome: Omit<DeployOutcome, 'verdict'>,
  session: Session,
): Promise<number> {
  const { flags } = order;
  if (!flags.quiet) for (const line of untouchedLines(outcome.untouched ?? [])) session.stderr.write(`${line}\n`);
  await confirm(plan, flags, session);
  const { results, seconds } = await carryOut(plan, order, session);
  const isDone = loadDeploy().isDone(results);
  write({ ...outcome, verdict: isDone ? 'pass' : 'fail', results, seconds }, flags, session);
  return isDone ? EXIT.pass : EXIT.fail;
}

/** Where the run notes what it did. */
function stateFile({ state }: DeployFlags, { config }: LoadedConfig): string {
  return state ?? join('.lionrock', `${config.name}.deploy.json`);
}

/** The gate as it stands for everybody: no option goes below it. */
async function passGate(folder: string, flags: DeployFlags, session: Session): Promise<GateResult | undefined> {
  const { config, waivers, policy, pack, now, quiet } = flags;
  const judging = {
    config,
    failOn: 'all',
    maxUnknown: 0,
    inline: 'strict',
    ...(waivers ? { waivers } : {}),
    ...(policy === undefined ? {} : { policy }),
    ...(pack ? { pack } : {}),
    ...(now ? { now } : {}),
    ...(quiet ? { quiet } : {}),
  } as const;
  const judged = await judge([folder], judging, { review: false }, session);
  return judged?.result;
}

function tellFailure(result: GateResult, { quiet }: DeployFlags, session: Session): void {
  if (quiet) tellErrors(result, session);
  else session.stderr.write(textReport(result, { color: showsColour(session.stderr, session.env) }));
  session.stderr.write(`lionrock: the gate says ${result.verdict}: nothing was deployed\n`);
}

async function look(
  plan: DeploymentPlan,
  { loaded, flags }: Order,
  aws: AwsSession,
  session: Session,
): Promise<Preflight> {
  const { preflight, targetsOf } = loadDeploy();
  const progress = new Progress(session, flags.quiet ?? false);
  const targets = targetsOf(
    plan.waves.flatMap(({ stacks }) => stacks),
    loaded.config,
  );
  const onProgress = ({ name }: { readonly name: string }): void => progress.show(`preflight: ${name}`);
  progress.show('preflight: who are we');
  const checked = await preflight({ session: aws, loaded, targets, onProgress });
  progress.end();
  return checked;
}

/** @throws CannotError when a person says no. */
async function confirm({ waves }: DeploymentPlan, { yes }: DeployFlags, session: Session): Promise<void> {
  if (yes || !canAsk(session)) return;
  const stacks = waves.flatMap((wave) => wave.stacks);
  const accounts = new Set(stacks.map(({ account }) => account)).size;
  const question = `Deploy ${counted(stacks.length, 'stack')} to ${counted(accounts, 'account')}? (yes/no) `;
  if ((await ask(question, session)) !== 'yes') throw new CannotError('nothing was deployed: the answer was not "yes"');
}

async function carryOut(
  plan: DeploymentPlan,
  { folder, loaded, flags, aws }: Order & { readonly aws: AwsSession },
  session: Session,
): Promise<{ readonly results: readonly StackResult[]; readonly seconds: number }> {
  const { deployPlan, RunState } = loadDeploy();
  const state = orCannot(() => RunState.open(stateFile(flags, loaded), loaded.config.name, new Date()));
  const { method, concurrency, quiet = false } = flags;
  const started = Date.now();
  const observer = new RunProgress(session, quiet);
  const results = await withToolkit({ folder, aws, method, observer }, session, (deployer, signal) =>
    deployPlan({ plan, deployer, state, concurrency, observer, signal }),
  );
  return { results, seconds: (Date.now() - started) / 1000 };
}

function write(outcome: DeployOutcome, flags: DeployFlags, session: Session): void {
  const makers = { json: () => deployJson(outcome), text: (color: boolean) => deployText(outcome, color) };
  writeDocument(makers, formatsOf(flags.format ?? [], flags.quiet ?? false), session);
}

function deployText(outcome: DeployOutcome, color: boolean): string {
  const { gate, checks, untouched = [], plan, results, seconds = 0 } = outcome;
  if (results) return summaryText(results, seconds, color);
  const planned = plan ? `${planText(plan, color)}\n` : '';
  const left = untouched.length > 0 ? `${untouchedLines(untouched).join('\n')}\n\n` : '';
  return `gate: ${gate}\n\n${planned}${left}${checks.length > 0 ? checksText(checks, color) : ''}`;
}
