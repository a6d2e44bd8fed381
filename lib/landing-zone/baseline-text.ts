import { baselineTemplate } from '../../constructs/baseline';
import { accountRecords } from './account-records';
import type { StackContext } from './context';

/** Stacks that the account's own stage makes beside the baseline, and whose generated roles are not the department's. */
const PLATFORM_ROLES = ['*-vpc*-*', '*-recovery-*', '*-workloads-*'];

/** The template of the baseline of this landing zone's accounts: it depends on no account. */
export function baselineText({ config, names, profile }: Pick<StackContext, 'config' | 'names' | 'profile'>): string {
  return baselineTemplate({
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
  });
}
