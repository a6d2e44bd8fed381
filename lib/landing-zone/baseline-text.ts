import { baselineReasons, baselineTemplate, type AccountBaselineProps } from '../../constructs/baseline';
import { accountRecords } from './account-records';
import type { StackContext } from './context';

/** Stacks that the account's own stage makes beside the baseline, and whose generated roles are not the department's. */
const PLATFORM_ROLES = ['*-vpc*-*', '*-recovery-*', '*-workloads-*'];

/** What the baseline depends on: no account. */
type Context = Pick<StackContext, 'config' | 'names' | 'profile'>;

/** The template of the baseline of this landing zone's accounts. */
export function baselineText(context: Context): string {
  return baselineTemplate(baselineOf(context));
}

/** Why rules of other packs do not apply to it. */
export function reasonsOfBaseline(context: Context): Readonly<Record<string, string>> {
  return baselineReasons(baselineOf(context));
}

function baselineOf({ config, names, profile }: Context): AccountBaselineProps {
  return {
    ...accountRecords({ config, names, profile }),
    name: config.name,
    organizationId: config.organization.id,
    auditAccountId: names.accountOf('audit').id,
    configBucketName: names.archiveBucket('config'),
    trustedPrincipals: config.identity.breakGlass.trustedPrincipals,
    emails: [config.contacts.security],
    reportTo: names.enrolmentBusArn,
    department: names.accountOf('management').department,
    classification: profile.classification.levels[0] ?? '',
    protectedNames: ['cdk-hnb659fds-*', 'stacksets-exec-*', 'StackSet-*', ...PLATFORM_ROLES],
    sensitiveData: !profile.absentTypes[config.homeRegion]?.has('AWS::Macie::Session'),
  };
}
