import type { LoadedConfig } from '../../config';
import type { AwsSession, Untouched } from '../../deploy';
import { loadDeploy } from '../load-deploy';

/**
 * What the organisation has and a deployment leaves alone.
 * @returns undefined where the caller may not see the organisation: only its management account and whom it delegates to may
 */
export async function untouchedOf(
  { config }: LoadedConfig,
  aws: AwsSession,
): Promise<readonly Untouched[] | undefined> {
  const { organizationsOf, readEstate, untouchedBy } = loadDeploy();
  const client = organizationsOf(aws);
  try {
    return untouchedBy(config, await readEstate(client));
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
