import {
  DescribePolicyCommand,
  OrganizationsClient,
  paginateListTargetsForPolicy,
} from '@aws-sdk/client-organizations';
import { isSamePolicy } from '../compare/canonical';
import { documentOf } from '../json';
import { orGone, type Reader } from '../reader';

/** Policies of the organisation: what they say, and to whom they are attached. */
export const GUARDRAIL: Reader = {
  type: 'AWS::Organizations::Policy',
  facets: [
    {
      properties: ['Content'],
      isSame: isSamePolicy,
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(OrganizationsClient)
            .send(new DescribePolicyCommand({ PolicyId: physicalId }))
            .then(({ Policy }) => ({ Content: documentOf(Policy?.Content) })),
        ),
    },
    {
      properties: ['TargetIds'],
      read: ({ physicalId }, access) => orGone(targetsOf(access.client(OrganizationsClient), physicalId)),
    },
  ],
};

async function targetsOf(client: OrganizationsClient, policy: string): Promise<{ readonly TargetIds: string[] }> {
  const targets: string[] = [];
  for await (const { Targets = [] } of paginateListTargetsForPolicy({ client }, { PolicyId: policy })) {
    targets.push(...Targets.flatMap(({ TargetId }) => TargetId ?? []));
  }
  return { TargetIds: targets };
}
