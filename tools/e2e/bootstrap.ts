import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { BaseCredentials, BootstrapEnvironments, Toolkit } from '@aws-cdk/toolkit-lib';
import type { Emulator, Keys } from './emulator';
import type { Estate } from './estate';
import { SILENT } from './silent';

/** Bootstraps every account by the CDK's own toolkit, trusting the account that deploys. */
export async function bootstrap(emulator: Emulator, estate: Estate, operator: Keys): Promise<void> {
  for (const { id } of estate.organization.accounts) {
    const keys = id === estate.management ? operator : await administrator(emulator, estate, operator, id);
    Object.assign(process.env, emulator.environment(keys, estate.region));
    const toolkit = new Toolkit({
      ioHost: SILENT,
      sdkConfig: { baseCredentials: BaseCredentials.awsCliCompatible({ defaultRegion: estate.region }) },
    });
    await toolkit.bootstrap(BootstrapEnvironments.fromList([`aws://${id}/${estate.region}`]), {
      parameters: {
        keepExistingParameters: true,
        parameters: {
          trustedAccounts: [estate.management],
          trustedAccountsForLookup: [estate.management],
          cloudFormationExecutionPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        },
      },
    });
  }
}

/** Keys of the role that AWS Organizations puts into each account. */
async function administrator(emulator: Emulator, { region }: Estate, operator: Keys, account: string): Promise<Keys> {
  const client = new STSClient({ endpoint: emulator.url, region, credentials: operator });
  const { Credentials: keys } = await client.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`,
      RoleSessionName: 'bootstrap',
    }),
  );
  client.destroy();
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = keys ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
