import { isSamePolicy } from '../compare/canonical';
import { identitiesOf } from '../identity/identities';
import { isJsonList, scalarText } from '../json';
import { Gone, type Reader } from '../reader';

/** Policies that an account made itself, ceilings over roles among them: what they say, and which roles have them. */
export const MANAGED_POLICY: Reader = {
  type: 'AWS::IAM::ManagedPolicy',
  facets: [
    {
      properties: ['PolicyDocument'],
      isSame: isSamePolicy,
      read: async ({ physicalId }, access) => {
        const document = (await identitiesOf(access)).policies.get(physicalId);
        return document === undefined ? new Gone('AWS does not know it') : { PolicyDocument: document };
      },
    },
    {
      properties: ['Roles'],
      unsaid: 'anything',
      read: async ({ physicalId, designed }, access) => {
        const { roles } = await identitiesOf(access);
        const named = designed('Roles');
        // Roles beyond those have it by their own word, which is compared there.
        const Roles = (isJsonList(named) ? named : []).filter((name) =>
          roles.get(scalarText(name))?.AttachedManagedPolicies?.some(({ PolicyArn }) => PolicyArn === physicalId),
        );
        return { Roles };
      },
    },
  ],
};
