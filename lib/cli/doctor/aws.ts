import type { LoadedConfig } from '../../config';
import type { Target } from '../../deploy';
import type { Check } from '../../model';
import { DEFAULT_PROFILE, profileById } from '../../profiles';
import { awsSession } from '../deploy/session';
import { stacksOf } from '../deploy/assembly';
import { CannotError } from '../exit';
import type { Session } from '../io';
import { loadDeploy } from '../load-deploy';

/** Variables of which any says that there are credentials to ask with. */
const CREDENTIALS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/**
 * Who AWS says we are, and whether every account of the config is ready for a deployment, when the environment has
 * credentials. Without them nothing is asked and no network is touched.
 * @param folder Cloud assembly whose accounts, roles and resources are looked at, where there is one.
 */
export async function checkAws(loaded: LoadedConfig | undefined, folder: string, session: Session): Promise<Check[]> {
  const base = { id: 'identity', what: 'AWS identity', expected: expectationOf(loaded) };
  if (!CREDENTIALS.some((name) => session.env[name])) {
    const remedy = 'none needed: only deployment asks AWS';
    return [{ ...base, state: 'note', found: 'no credentials in the environment', remedy }];
  }
  try {
    return await asked(loaded, folder, session);
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    return [{ ...base, state: 'note', found: 'not asked', remedy: error.message }];
  }
}

function expectationOf(loaded: LoadedConfig | undefined): string {
  const { partition } = loaded?.profile ?? profileById(DEFAULT_PROFILE);
  return `${loaded ? `an account of ${loaded.config.name}` : 'any account'} in partition ${partition}, not root`;
}

async function asked(loaded: LoadedConfig | undefined, folder: string, session: Session): Promise<Check[]> {
  const { checkIdentity, preflight } = loadDeploy();
  if (loaded) {
    const targets = targetsIn(folder, loaded);
    return [...(await preflight({ session: awsSession(loaded.config, session), loaded, targets })).checks];
  }
  const { partition, globalServicesRegion } = profileById(DEFAULT_PROFILE);
  const aws = awsSession({ homeRegion: globalServicesRegion }, session);
  return [...(await checkIdentity(aws, { partition, landingZone: '', accounts: new Map() })).checks];
}

/** Those of the assembly where it is one of this config, else what the config lets expect. */
function targetsIn(folder: string, loaded: LoadedConfig): Target[] {
  const { expectedTargets, targetsOf } = loadDeploy();
  try {
    return targetsOf(stacksOf(folder, loaded), loaded.config);
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    return expectedTargets(loaded.config, loaded.profile.partition);
  }
}
