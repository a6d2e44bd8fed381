import { join } from 'node:path';
import type { DeliveredHookProps } from '../../constructs/organization';
import type { StackContext } from './context';
import { retentionDays } from './retention';

/** The hook of this landing zone's accounts: it depends on no account. */
export function deliveredHook({
  config,
  names,
  profile,
  configFolder,
}: Omit<StackContext, 'account'>): DeliveredHookProps {
  const { mode, failureMode, exemptRoles = [], policy, waivers = [] } = config.deploymentHook ?? {};
  return {
    name: config.name,
    codeBucketName: names.hookCodeBucket,
    emails: [config.contacts.security],
    department: names.accountOf('management').department,
    classification: profile.classification.levels[0] ?? '',
    profile,
    logRetentionDays: retentionDays({ config, profile }, 'infrastructure'),
    exemptRoleNames: exemptRoles,
    waivers: waivers.map((file) => join(configFolder, file)),
    ...(mode ? { mode } : {}),
    ...(failureMode ? { failureMode } : {}),
    ...(policy === undefined ? {} : { policy: join(configFolder, policy) }),
  };
}
