import type { LoadedConfig } from '../../config';
import type { Check } from '../../model';
import { eachOf, refusalOf, type AwsSession } from '../aws';
import type { Target } from '../plan';
import { mfaReason } from './check-mfa';
import { checkTarget } from './check-target';
import { checkIdentity, type Caller } from './identity';

/** Accounts that are looked at at the same time. */
const AT_ONCE = 8;

export interface PreflightOptions {
  readonly session: AwsSession;
  readonly loaded: Pick<LoadedConfig, 'config' | 'profile'>;
  readonly targets: readonly Target[];
  /** Called before each account. */
  readonly onProgress?: (target: Target) => void;
}

export interface Preflight {
  readonly checks: readonly Check[];
  readonly caller?: Caller;
  /** The caller is of an account that the config does not name: nothing else was asked. */
  readonly isWrongAccount: boolean;
}

/** Looks at everything that must hold before the first stack is touched. Changes nothing. */
export async function preflight({ session, loaded, targets, onProgress }: PreflightOptions): Promise<Preflight> {
  const { config, profile } = loaded;
  const { account: from } = config.deployment;
  const accounts = config.accounts.filter(({ name }) => from === undefined || name === from);
  const { checks, caller } = await checkIdentity(session, {
    partition: profile.partition,
    landingZone: config.name,
    accounts: new Map(accounts.map(({ name, id }) => [name, id])),
    mfaReason: mfaReason(loaded),
  });
  const isWrongAccount = checks.some(({ id, state }) => id === 'account' && state === 'fail');
  if (!caller) return { checks, isWrongAccount };
  const found = await eachOf(targets, AT_ONCE, (target) => {
    onProgress?.(target);
    return orUnknown(
      target,
      checkTarget(session, target, caller, { globalRegion: profile.globalServicesRegion, all: targets }),
    );
  });
  return { checks: [...checks, ...quotasOnce(found.flat())], caller, isWrongAccount };
}

/** Targets of one account share its quotas: each asks, for another may not be allowed to, and the same answer is told once. */
function quotasOnce(checks: readonly Check[]): readonly Check[] {
  const same = new Map(checks.map((check) => [JSON.stringify(check), check]));
  return checks.filter((check) => check.id !== 'quota' || same.get(JSON.stringify(check)) === check);
}

/** What could not be asked is told as such, of its account alone. */
async function orUnknown({ name, region }: Target, asked: Promise<Check[]>): Promise<Check[]> {
  try {
    return await asked;
  } catch (error) {
    const base = { id: 'account-access', what: 'access', account: name, region, expected: 'AWS answers' } as const;
    return [{ ...base, state: 'unknown', found: refusalOf(error).message, remedy: 'try again in some minutes' }];
  }
}
