import { GuardDuty } from '@aws-sdk/client-guardduty';
import { Inspector2 } from '@aws-sdk/client-inspector2';
import { Macie2 } from '@aws-sdk/client-macie2';
import { Organizations } from '@aws-sdk/client-organizations';
import type { DelegatedService, DelegatedServices } from './delegation';

type Ids = readonly (string | undefined)[] | undefined;

const known = (ids: Ids): readonly string[] => (ids ?? []).filter((id) => id !== undefined);

/** Services that have calls of their own for it. */
function ownCalls(): DelegatedServices {
  const guardDuty = new GuardDuty();
  const macie = new Macie2();
  const inspector = new Inspector2();
  return {
    guardduty: {
      current: async () =>
        known((await guardDuty.listOrganizationAdminAccounts({})).AdminAccounts?.map((each) => each.AdminAccountId)),
      delegate: (AdminAccountId) => guardDuty.enableOrganizationAdminAccount({ AdminAccountId }),
    },
    macie: {
      current: async () =>
        known((await macie.listOrganizationAdminAccounts({})).adminAccounts?.map((each) => each.accountId)),
      delegate: (adminAccountId) => macie.enableOrganizationAdminAccount({ adminAccountId }),
    },
    inspector2: {
      current: async () =>
        known((await inspector.listDelegatedAdminAccounts({})).delegatedAdminAccounts?.map((each) => each.accountId)),
      delegate: (delegatedAdminAccountId) => inspector.enableDelegatedAdminAccount({ delegatedAdminAccountId }),
    },
  };
}

/** Services that Organizations itself delegates, by their principal. */
function byOrganizations(organizations: Organizations, ServicePrincipal: string): DelegatedService {
  return {
    current: async () => {
      // Trusted access comes first, and switching it on again changes nothing.
      await organizations.enableAWSServiceAccess({ ServicePrincipal });
      const { DelegatedAdministrators } = await organizations.listDelegatedAdministrators({ ServicePrincipal });
      return known(DelegatedAdministrators?.map(({ Id }) => Id));
    },
    delegate: (AccountId) => organizations.registerDelegatedAdministrator({ AccountId, ServicePrincipal }),
  };
}

/** Finds a service by its name, or by the principal under which Organizations knows it. */
export function awsServices(): (name: string) => DelegatedService | undefined {
  const own = ownCalls();
  const organizations = new Organizations();
  return (name) => own[name] ?? (name.endsWith('.amazonaws.com') ? byOrganizations(organizations, name) : undefined);
}
