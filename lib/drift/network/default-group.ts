import { Gone, type Reader } from '../reader';
import { securityGroups } from './ec2';

/** Default security groups that a custom resource emptied, here or of the CDK: that they are still empty. */
export const CLOSED_DEFAULT_GROUP: Reader = {
  type: 'Custom::VpcRestrictDefaultSG',
  facets: [
    {
      properties: [],
      read: async ({ designed }, access) => {
        const [id, vpc] = [designed('DefaultSecurityGroupId'), designed('VpcId')];
        const group = (await securityGroups(access)).find(({ GroupId, GroupName, VpcId }) =>
          id === undefined ? GroupName === 'default' && VpcId === vpc : GroupId === id,
        );
        if (!group) return new Gone('AWS does not know the group');
        const { GroupId, IpPermissions: inward = [], IpPermissionsEgress: outward = [] } = group;
        const rules = inward.length + outward.length;
        return rules === 0 ? {} : new Gone(`the default security group ${GroupId} has ${rules} rules again`);
      },
    },
  ],
};
