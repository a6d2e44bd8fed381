import { GuardDuty } from '@aws-sdk/client-guardduty';
import { Inspector2 } from '@aws-sdk/client-inspector2';
import { Macie2 } from '@aws-sdk/client-macie2';
import { detectorId } from './detector-id';
import type { ServiceSetting } from './settings';

/** What each service does for the organisation, by its name. */
export const SETTINGS: Readonly<Record<string, ServiceSetting>> = {
  // Each account's baseline makes its detector: GuardDuty must not be faster.
  guardduty: async () => {
    const client = new GuardDuty();
    const DetectorId = await detectorId(client);
    await client.updateOrganizationConfiguration({ DetectorId, AutoEnableOrganizationMembers: 'NONE' });
  },
  // So with Macie's session; what discovery reads is decided here for all.
  macie: async () => {
    const client = new Macie2();
    await client.updateOrganizationConfiguration({ autoEnable: false });
    await client.updateAutomatedDiscoveryConfiguration({ status: 'ENABLED', autoEnableOrganizationMembers: 'ALL' });
  },
  inspector2: async () => {
    const client = new Inspector2();
    await client.enable({ resourceTypes: ['EC2', 'ECR', 'LAMBDA'] });
    await client.updateOrganizationConfiguration({ autoEnable: { ec2: true, ecr: true, lambda: true } });
  },
};
