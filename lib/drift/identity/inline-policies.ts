import { isSamePolicy } from '../compare/canonical';
import type { Collection } from '../collection';
import { Gone } from '../reader';
import { decoded, identitiesOf } from './identities';

/** The policies that stand in roles themselves. */
export const INLINE_POLICIES: Collection = {
  ownerType: 'AWS::IAM::Role',
  kinds: [
    {
      type: 'AWS::IAM::Policy',
      owner: 'Roles',
      key: ['PolicyName'],
      compared: ['PolicyDocument'],
      inline: 'Policies',
      isSame: isSamePolicy,
    },
  ],
  read: async ({ physicalId }, access) => {
    const role = (await identitiesOf(access)).roles.get(physicalId);
    if (!role) return new Gone('AWS does not know it');
    return (role.RolePolicyList ?? []).map(({ PolicyName = '', PolicyDocument }) => ({
      type: 'AWS::IAM::Policy',
      properties: { PolicyName, PolicyDocument: decoded(PolicyDocument), Roles: [physicalId] },
    }));
  },
};
