import { join } from 'node:path';
import { boundaryName } from '../../constructs/baseline';
import { isGuardRule, type DeliveredHookProps, type GuardRuleChoice } from '../../constructs/organization';
import { ARCHIVE_KINDS } from '../../constructs/logging';
import { SEVERITIES } from '../model';
import { registersOf, type HookEstate } from '../config';
import type { StackContext } from './context';
import { retentionDays } from './retention';

/** The hook of this landing zone's accounts: it depends on no account. */
export function deliveredHook({
  config,
  names,
  profile,
  configFolder,
}: Omit<StackContext, 'account'>): DeliveredHookProps {
  const { mode, failureMode, exemptRoles = [], policy, waivers = [], guard } = config.deploymentHook ?? {};
  return {
    name: config.name,
    codeBucketName: names.hookCodeBucket,
    emails: [config.contacts.security],
    department: names.accountOf('management').department,
    classification: profile.classification.levels[0] ?? '',
    profile,
    logRetentionDays: retentionDays({ config, profile }, 'infrastructure'),
    exemptRoleNames: exemptRoles,
    waivers: [...new Set([...config.waivers, ...waivers].map((file) => join(configFolder, file)))],
    estate: estateOf({ config, names }),
    ...(mode ? { mode } : {}),
    ...(failureMode ? { failureMode } : {}),
    ...(policy === undefined ? {} : { policy: join(configFolder, policy) }),
    ...(guard ? { guard: guardRulesOf(config, guard.except) } : {}),
  };
}

/** Guard knows no days: rules that block from one are left to the gate. */
function guardRulesOf({ gatePolicy, blocksFrom }: StackContext['config'], except: readonly string[]): GuardRuleChoice {
  const dated = Object.keys(blocksFrom).filter(isGuardRule);
  const failOn = SEVERITIES.find((severity) => severity === gatePolicy?.failOn);
  return { except: [...new Set([...except, ...dated])], ...(failOn ? { failOn } : {}) };
}

/** What the hook of each account cannot see from one template of this landing zone. */
function estateOf({ config, names }: Pick<StackContext, 'config' | 'names'>): HookEstate {
  const { homeRegion, blocksFrom, gatePolicy } = config;
  return {
    registers: registersOf(config),
    blocksFrom,
    ...(gatePolicy ? { gatePolicy } : {}),
    buckets: Object.fromEntries(ARCHIVE_KINDS.map((kind) => [names.archiveBucket(kind), homeRegion])),
    boundaries: [boundaryName(config.name)],
  };
}
