import type { LoadedConfig } from '../../config';
import type { AwsSession, DeploymentPlan, ExaminedStack, PlannedStack, StackResult } from '../../deploy';
import { errorText, nearest } from '../../model';
import { counted } from '../../report/layout';
import { checksStatus, checksVerdict } from '../checks-text';
import { assemblyFolder, inAccounts, stacksOf } from '../deploy/assembly';
import { destroyJson, destroyText, type DestroyOutcome } from '../deploy/destroy-text';
import { orCannot } from '../deploy/or-cannot';
import { RunProgress } from '../deploy/run-progress';
import { ask, awsSession, canAsk } from '../deploy/session';
import { withToolkit } from '../deploy/with-toolkit';
import { CannotError, EXIT, STATUS } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { loadConfigFile } from '../load-config';
import { loadDeploy } from '../load-deploy';
import { Progress } from '../progress';
import { targetsOf as formatsOf, writeDocument } from '../write-result';

export interface DestroyFlags {
  readonly config: string;
  readonly output: string;
  /** Names of accounts, ids of stacks; all when empty. */
  readonly account?: readonly string[];
  readonly stack?: readonly string[];
  readonly dryRun?: true;
  readonly concurrency: number;
  readonly yes?: true;
  readonly format?: readonly FormatTarget[];
  readonly quiet?: true;
}

/** Looks at what stands, and takes it away when nothing is lost by it; returns the exit status. */
export async function runDestroy(assembly: string | undefined, flags: DestroyFlags, session: Session): Promise<number> {
  const loaded = loadConfigFile(flags.config, session.stderr, session);
  if (!loaded) return EXIT.fail;
  const deploy = loadDeploy();
  const folder = assemblyFolder(assembly, flags, loaded, session);
  if (folder === undefined) return EXIT.fail;
  const all = stacksOf(folder, loaded);
  const chosen = choose(all, flags, inAccounts(all, flags.account ?? [], loaded));
  const plan = orCannot(() => deploy.planDeployment(all, loaded.config));
  const aws = awsSession(loaded.config, session);
  const { checks } = await deploy.preflight({ session: aws, loaded, targets: [] });
  const base = { landingZone: loaded.config.name, dryRun: flags.dryRun ?? false, checks };
  if (checksStatus(checks) !== EXIT.pass) return end({ ...base, verdict: checksVerdict(checks) }, flags, session);
  const { examined, dependences } = await examine({ plan, all, chosen, aws, flags }, session);
  const standing = new Set(examined.filter(({ exists }) => exists).map(({ stack }) => stack.id));
  const reverse = deploy.destructionPlan(plan, standing);
  const outcome = { ...base, examined, dependences, plan: reverse };
  if (examined.some(({ kept }) => kept.length > 0) || dependences.length > 0) {
    return end({ ...outcome, verdict: 'fail' }, flags, session);
  }
  if (flags.dryRun || standing.size === 0) return end({ ...outcome, verdict: 'pass' }, flags, session);
  await confirm(standing.size, loaded, flags, session);
  const results = await carryOut({ plan: reverse, folder, aws, flags }, session);
  return end({ ...outcome, results, verdict: deploy.isDone(results) ? 'pass' : 'fail' }, flags, session);
}

/** @throws CannotError when there is no stack of that id. */
function choose(
  all: readonly PlannedStack[],
  { stack: ids = [] }: DestroyFlags,
  ofAccounts: readonly PlannedStack[],
): ReadonlySet<string> {
  const known = all.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const best = nearest(id, known);
    throw new CannotError(`the assembly holds no stack "${id}"${best === undefined ? '' : `: did you mean ${best}?`}`);
  }
  return new Set(ofAccounts.map(({ id }) => id).filter((id) => ids.length === 0 || ids.includes(id)));
}

interface Order {
  readonly plan: DeploymentPlan;
  readonly aws: AwsSession;
  readonly flags: DestroyFlags;
}

/** @throws CannotError when AWS does not tell what stands: then nothing goes. */
async function examine(
  {
    plan,
    all,
    chosen,
    aws,
    flags,
  }: Order & { readonly all: readonly PlannedStack[]; readonly chosen: ReadonlySet<string> },
  session: Session,
): Promise<{
  readonly examined: readonly ExaminedStack[];
  readonly dependences: ReturnType<ReturnType<typeof loadDeploy>['dependences']>;
}> {
  const { dependences, dependentsOf, examineStacks } = loadDeploy();
  const progress = new Progress(session, flags.quiet ?? false);
  progress.show('destroy: looking at what stands');
  const dependents = dependentsOf(plan, chosen);
  const wanted = all.filter(({ id }) => chosen.has(id) || dependents.has(id));
  try {
    const found = await examineStacks(aws, wanted);
    const others = found.filter(({ stack }) => !chosen.has(stack.id));
    return {
      examined: found.filter(({ stack }) => chosen.has(stack.id)),
      dependences: dependences(plan, chosen, others),
    };
  } catch (error) {
    throw new CannotError(`nothing was destroyed, for AWS does not tell what stands: ${errorText(error)}`, error);
  } finally {
    progress.end();
  }
}

/** @throws CannotError when a person says no, or nobody can say yes. */
async function confirm(
  count: number,
  { config }: LoadedConfig,
  { yes }: DestroyFlags,
  session: Session,
): Promise<void> {
  if (yes) return;
  if (!canAsk(session)) throw new CannotError('nothing was destroyed: nobody can be asked; --yes does without');
  const question = `This destroys ${counted(count, 'stack')}. Type the name of the landing zone to go on: `;
  if ((await ask(question, session)) !== config.name) {
    throw new CannotError(`nothing was destroyed: the answer was not "${config.name}"`);
  }
}

async function carryOut(
  { plan, folder, aws, flags }: Order & { readonly folder: string },
  session: Session,
): Promise<readonly StackResult[]> {
  const { deployPlan, NO_MEMORY } = loadDeploy();
  const observer = new RunProgress(session, flags.quiet ?? false, 'destroying');
  return withToolkit({ folder, aws, method: 'direct', observer }, session, (toolkit, signal) => {
    const deployer = { deploy: toolkit.destroy.bind(toolkit) };
    return deployPlan({ plan, deployer, state: NO_MEMORY, concurrency: flags.concurrency, observer, signal });
  });
}

function end(outcome: DestroyOutcome, { format = [], quiet }: DestroyFlags, session: Session): number {
  const makers = { json: () => destroyJson(outcome), text: (color: boolean) => destroyText(outcome, color) };
  writeDocument(makers, formatsOf(format, quiet ?? false), session);
  return STATUS[outcome.verdict];
}
