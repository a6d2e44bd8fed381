import type { LoadedConfig } from '../../config';
import type { Untouched } from '../../deploy';
import type { Session } from '../io';
import { loadDeploy } from '../load-deploy';
import { awsSession } from './session';

/**
 * What the organisation has and a deployment leaves alone.
 * @returns undefined where the caller may not see the organisation: only its management account and whom it delegates to may
 */
export async function untouchedOf(
  { config }: LoadedConfig,
  session: Session,
): Promise<readonly Untouched[] | undefined> {
  const { organizationsOf, readEstate, untouchedBy } = loadDeploy();
  const client = organizationsOf(awsSession(config, session));
  try {
    return untouchedBy(config, await readEstate(client));
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
