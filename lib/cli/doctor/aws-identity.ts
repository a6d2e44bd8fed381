import type * as sts from '@aws-sdk/client-sts';
import type { LoadedConfig } from '../../config';
import { parseArn } from '../../model';
import { DEFAULT_PROFILE, profileById } from '../../profiles';
import type { Io } from '../io';
import { errorText } from '../error-text';
import type { Check } from './check';

const WHAT = 'AWS identity';

/** Variables of which any says that there are credentials to ask with. */
const CREDENTIALS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/**
 * Who AWS says we are, when the environment has credentials: in the partition of the profile, in an account of the
 * config, and not as root. Without credentials nothing is asked and no network is touched.
 */
export async function checkIdentity(env: Io['env'], loaded: LoadedConfig | undefined): Promise<Check> {
  const expected = expectationOf(loaded);
  if (!CREDENTIALS.some((name) => env[name])) {
    const remedy = 'none needed: only deployment asks AWS';
    return { what: WHAT, state: 'note', found: 'no credentials in the environment', expected, remedy };
  }
  try {
    return judge(await callerArn(env, loaded), loaded, expected);
  } catch (error) {
    const refused = isRefusal(error);
    const found = `${refused ? 'AWS refuses the credentials' : 'AWS cannot be asked'}: ${errorText(error)}`;
    const remedy = refused ? 'log in again' : 'check the network, AWS_REGION and the credentials';
    return { what: WHAT, state: refused ? 'fail' : 'unknown', found, expected, remedy };
  }
}

function expectationOf(loaded: LoadedConfig | undefined): string {
  const { partition } = loaded?.profile ?? profileById(DEFAULT_PROFILE);
  const place = loaded ? `an account of ${loaded.config.name}` : 'any account';
  return `${place} in partition ${partition}, not root`;
}

async function callerArn(env: Io['env'], loaded: LoadedConfig | undefined): Promise<string> {
  const { GetCallerIdentityCommand, STSClient }: typeof sts = require('@aws-sdk/client-sts');
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? loaded?.config.homeRegion ?? globalRegion(loaded);
  const requestHandler = { connectionTimeout: 3000, requestTimeout: 5000 };
  const client = new STSClient({ region, maxAttempts: 2, requestHandler });
  try {
    const { Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
    if (arn === undefined) throw new Error('the answer names no caller');
    return arn;
  } finally {
    client.destroy();
  }
}

function globalRegion(loaded: LoadedConfig | undefined): string {
  return (loaded?.profile ?? profileById(DEFAULT_PROFILE)).globalServicesRegion;
}

function judge(text: string, loaded: LoadedConfig | undefined, expected: string): Check {
  const arn = parseArn(text);
  const problem = arn ? problemOf(arn, loaded) : { remedy: 'look at what answers under this endpoint' };
  if (!problem) return { what: WHAT, state: 'ok', found: text, expected };
  return { what: WHAT, state: 'fail', found: text, expected, ...problem };
}

function problemOf(
  { partition, account, resource }: { partition: string; account: string; resource: string },
  loaded: LoadedConfig | undefined,
): { readonly remedy: string } | undefined {
  const profile = loaded?.profile ?? profileById(DEFAULT_PROFILE);
  if (resource === 'root') return { remedy: 'never work as root: use a role through IAM Identity Center' };
  if (partition !== profile.partition) return { remedy: `use credentials of partition ${profile.partition}` };
  if (!loaded || loaded.config.accounts.some(({ id }) => id === account)) return undefined;
  return { remedy: `use credentials of one of the config's accounts, or enter ${account} in the config` };
}

/** Whether AWS answered and said no, in contrast to no answer. */
function isRefusal(error: unknown): boolean {
  const metadata: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, '$metadata') : undefined;
  const status: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}
