import { join } from 'node:path';
import type { LoadedConfig } from '../../config';
import type { DeploymentPlan, Preflight, StackResult } from '../../deploy';
import type { GateResult } from '../../model';
import { counted } from '../../report/layout';
import { textReport } from '../../report';
import { checksStatus, checksText, checksVerdict } from '../checks-text';
import { assemblyFolder, stacksOf } from '../deploy/assembly';
import { deployJson, type DeployOutcome } from '../deploy/document';
import { orCannot } from '../deploy/or-cannot';
import { planText } from '../deploy/plan-text';
import { RunProgress } from '../deploy/run-progress';
import { ask, awsSession, canAsk } from '../deploy/session';
import { stopSignal } from '../deploy/stop-signal';
import { summaryText } from '../deploy/summary-text';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import { showsColour, type Session } from '../io';
import { loadConfigFile } from '../load-config';
import { loadDeploy, loadToolkit } from '../load-deploy';
import { Progress } from '../progress';
import { targetsOf as formatsOf, writeDocument } from '../write-result';
import { judge, STATUS, tellErrors } from './judgement';

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
  const deploy = loadDeploy();
  const folder = assemblyFolder(assembly, flags, loaded, session);
  if (folder === undefined) return EXIT.fail;
  const result = await passGate(folder, flags, session);
  if (!result) return EXIT.fail;
  const base = { landingZone: loaded.config.name, dryRun: flags.dryRun ?? false, gate: result.verdict, checks: [] };
  if (result.verdict !== 'pass') {
    tellFailure(result, flags, session);
    write({ ...base, verdict: result.verdict }, flags, session);
    return STATUS[result.verdict];
  }
  const stacks = stacksOf(folder, flags.account ?? [], loaded);
  const plan = orCannot(() => deploy.planDeployment(stacks, loaded.config));
  const checked = await look(plan, loaded, flags, session);
  const status = checksStatus(checked.checks);
  const outcome = { ...base, checks: checked.checks, plan };
  if (status !== EXIT.pass || flags.dryRun) {
    write({ ...outcome, verdict: checksVerdict(checked.checks) }, flags, session);
    return status;
  }
  await confirm(plan, flags, session);
  const { results, seconds } = await carryOut({ plan, folder, loaded, flags }, session);
  const isDone = results.every(({ status: of }) => of !== 'failed' && of !== 'not-started');
  write({ ...outcome, verdict: isDone ? 'pass' : 'fail', results, seconds }, flags, session);
  return isDone ? EXIT.pass : EXIT.fail;
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
  loaded: LoadedConfig,
  flags: DeployFlags,
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
  const checked = await preflight({ session: awsSession(loaded.config, session), loaded, targets, onProgress });
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

interface Order {
  readonly plan: DeploymentPlan;
  readonly folder: string;
  readonly loaded: LoadedConfig;
  readonly flags: DeployFlags;
}

async function carryOut(
  { plan, folder, loaded, flags }: Order,
  session: Session,
): Promise<{ readonly results: readonly StackResult[]; readonly seconds: number }> {
  const { deployPlan, RunState } = loadDeploy();
  const { ToolkitDeployer } = loadToolkit();
  const file = flags.state ?? join('.lionrock', `${loaded.config.name}.deploy.json`);
  const state = orCannot(() => RunState.open(file, loaded.config.name, new Date()));
  const { method, concurrency, quiet = false } = flags;
  const started = Date.now();
  const debug = Boolean(session.env['LIONROCK_DEBUG']);
  const observer = new RunProgress(session, quiet);
  const deployer = await ToolkitDeployer.open({
    assembly: folder,
    session: awsSession(loaded.config, session),
    method,
    ...(debug ? { onMessage: (stack, message) => session.stderr.write(`${stack}: ${message}\n`) } : {}),
  });
  const stop = stopSignal(session);
  try {
    const results = await deployPlan({ plan, deployer, state, concurrency, observer, signal: stop.signal });
    return { results, seconds: (Date.now() - started) / 1000 };
  } finally {
    observer.end();
    stop.release();
    await deployer.close();
  }
}

function write(outcome: DeployOutcome, flags: DeployFlags, session: Session): void {
  const makers = { json: () => deployJson(outcome), text: (color: boolean) => deployText(outcome, color) };
  writeDocument(makers, formatsOf(flags.format ?? [], flags.quiet ?? false), session);
}

function deployText({ gate, checks, plan, results, seconds = 0 }: DeployOutcome, color: boolean): string {
  if (results) return summaryText(results, seconds, color);
  const planned = plan ? `${planText(plan, color)}\n` : '';
  return `gate: ${gate}\n\n${planned}${checks.length > 0 ? checksText(checks, color) : ''}`;
}
