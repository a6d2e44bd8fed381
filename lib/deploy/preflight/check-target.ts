import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import type { Check } from '../../model';
import { refusalOf, type AwsSession, type SigningKeys } from '../aws';
import type { Target } from '../plan';
import { checkQuotas } from './check-quotas';
import { checkRegion } from './check-region';
import { checkStackSets } from './check-stack-sets';
import type { Caller } from './identity';
import { resourcesOf, type Planned } from './planned-use';

/**
 * Everything that an account and region must offer before something is deployed there.
 * @param all every target, among which those of the same account share its quotas
 */
export async function checkTarget(
  session: AwsSession,
  target: Target,
  caller: Caller,
  { globalRegion, all }: { readonly globalRegion: string; readonly all: readonly Target[] },
): Promise<Check[]> {
  const place = { account: target.name, region: target.region };
  const role = await takeRole(session, target, caller);
  const bootstrap = role.keys ? await checkBootstrap(session, target, role.keys) : undefined;
  const look = await lookupKeys(session, target);
  const region = await checkRegion(session, {
    target,
    caller: caller.account,
    globalRegion,
    answers: bootstrap?.state === 'ok' || bootstrap?.state === 'fail',
    ...(look.keys ? { keys: look.keys } : {}),
  });
  const planned = look.keys ? await checkPlanned(session, { target, keys: look.keys, globalRegion }, all) : [];
  return [role.check, ...(bootstrap ? [bootstrap] : []), region, ...planned].map((check) => ({ ...place, ...check }));
}

/** What the resources that are planned ask of the account. */
async function checkPlanned(
  session: AwsSession,
  place: Omit<Planned, 'resources'>,
  all: readonly Target[],
): Promise<Check[]> {
  const { target } = place;
  const ofAccount = all.filter(({ account }) => account === target.account);
  const ofRegion = ofAccount.filter(({ region }) => region === target.region);
  const planned = { ...place, resources: resourcesOf(target.stacks) };
  const use = { ...place, target: { ...target, stacks: stacksOf(ofRegion) } };
  const checks = await Promise.all([
    checkStackSets(session, planned),
    checkQuotas(session, {
      ...use,
      inRegion: resourcesOf(use.target.stacks),
      inAccount: resourcesOf(stacksOf(ofAccount)),
    }),
  ]);
  return checks.flat();
}

function stacksOf(targets: readonly Target[]): Target['stacks'] {
  return targets.flatMap(({ stacks }) => stacks);
}

interface Taken {
  readonly check: Check;
  readonly keys?: SigningKeys;
}

/** Takes the role that deploys; where a stack names none, the caller deploys, and must be of the account. */
async function takeRole(session: AwsSession, { deployRole, account }: Target, caller: Caller): Promise<Taken> {
  const base = { id: 'deployment-role', what: 'deployment role' };
  if (deployRole === undefined) {
    const isOwn = caller.account === account;
    const expected = `the caller is of account ${account}`;
    const remedy = `use credentials of account ${account}`;
    const check: Check = { ...base, state: isOwn ? 'ok' : 'fail', found: caller.text, expected, remedy };
    return isOwn ? { check, keys: await session.keys() } : { check };
  }
  const expected = `${deployRole} can be assumed`;
  try {
    const keys = await session.assume(deployRole);
    return { keys, check: { ...base, state: 'ok', found: 'assumed', expected } };
  } catch (error) {
    const { kind, message } = refusalOf(error);
    const state = kind === 'no-answer' || kind === 'throttled' ? 'unknown' : 'fail';
    const remedy =
      kind === 'denied'
        ? `bootstrap account ${account} so that it trusts ${caller.account} (cdk bootstrap --trust ${caller.account}), and allow ${caller.text} sts:AssumeRole on the role`
        : 'check the network, and try again in some minutes';
    return { check: { ...base, state, found: message, expected, remedy } };
  }
}

async function lookupKeys(session: AwsSession, { lookupRole }: Target): Promise<{ readonly keys?: SigningKeys }> {
  if (lookupRole === undefined) return { keys: await session.keys() };
  try {
    return { keys: await session.assume(lookupRole) };
  } catch (error) {
    if (refusalOf(error).kind === 'throttled') throw error;
    return {};
  }
}

async function checkBootstrap(session: AwsSession, target: Target, keys: SigningKeys): Promise<Check | undefined> {
  const { bootstrap, account, region } = target;
  if (!bootstrap) return undefined;
  const { version, parameter } = bootstrap;
  const base = { id: 'bootstrap', what: 'bootstrap', expected: `version ${version} or later` };
  const remedy = `npx cdk bootstrap aws://${account}/${region}`;
  const client = new SSMClient(session.config(region, keys));
  try {
    const { Parameter: found } = await client.send(new GetParameterCommand({ Name: parameter }));
    const value = Number(found?.Value);
    const state = value >= version ? 'ok' : 'fail';
    return { ...base, state, found: `version ${found?.Value ?? 'unknown'}`, remedy };
  } catch (error) {
    if (error instanceof ParameterNotFound) return { ...base, state: 'fail', found: `no ${parameter}`, remedy };
    const { message } = refusalOf(error);
    return {
      ...base,
      state: 'unknown',
      found: message,
      remedy: `let the deployment role call ssm:GetParameter on ${parameter}`,
    };
  } finally {
    client.destroy();
  }
}
