import { Gone, type Reader } from '../reader';
import { networkAcls, routeTables } from './ec2';

/** Which route table a subnet follows. */
export const ROUTE_TABLE_ASSOCIATION: Reader = {
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  facets: [
    {
      properties: ['RouteTableId'],
      read: async ({ designed }, access) => {
        const subnet = designed('SubnetId');
        const table = (await routeTables(access)).find(({ Associations = [] }) =>
          Associations.some(({ SubnetId }) => SubnetId !== undefined && SubnetId === subnet),
        );
        return table
          ? { RouteTableId: table.RouteTableId ?? null }
          : new Gone('the subnet follows the main route table');
      },
    },
  ],
};

/** Which network ACL a subnet has. */
export const ACL_ASSOCIATION: Reader = {
  type: 'AWS::EC2::SubnetNetworkAclAssociation',
  facets: [
    {
      properties: ['NetworkAclId'],
      read: async ({ designed }, access) => {
        const subnet = designed('SubnetId');
        const acl = (await networkAcls(access)).find(({ Associations = [] }) =>
          Associations.some(({ SubnetId }) => SubnetId !== undefined && SubnetId === subnet),
        );
        if (!acl) return new Gone('the subnet is not there');
        // Every subnet has an ACL: the default one of its VPC lets everything through.
        return acl.IsDefault === true
          ? new Gone('the subnet has the default network ACL of its VPC')
          : { NetworkAclId: acl.NetworkAclId ?? null };
      },
    },
  ],
};
