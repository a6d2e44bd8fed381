import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import type { Collection, Member } from '../collection';
import { jsonOf, scalarText, type JsonMap } from '../json';
import { Gone } from '../reader';
import { networkAcls } from './ec2';

/** Numbers of the entries that deny the rest, IPv4 and IPv6, which AWS puts at the end of every ACL. */
const LAST = [32_767, 32_768];

/** The entries of network ACLs. */
export const ACL_ENTRIES: Collection = {
  ownerType: 'AWS::EC2::NetworkAcl',
  kinds: [
    {
      type: 'AWS::EC2::NetworkAclEntry',
      owner: 'NetworkAclId',
      key: ['Egress', 'RuleNumber'],
      compared: ['CidrBlock', 'Ipv6CidrBlock', 'Protocol', 'RuleAction', 'PortRange', 'Icmp'],
      normal: ({ Protocol = null, PortRange = null, Icmp = null, ...rest }) => ({
        ...rest,
        Protocol,
        // Only TCP and UDP have ports, only ICMP has a type.
        PortRange: ['6', '17'].includes(scalarText(Protocol)) ? PortRange : null,
        Icmp: ['1', '58'].includes(scalarText(Protocol)) ? Icmp : null,
      }),
    },
  ],
  read: async ({ physicalId }, access) => {
    const acl = (await networkAcls(access)).find(({ NetworkAclId }) => NetworkAclId === physicalId);
    return acl ? entriesOf(physicalId, acl.Entries) : new Gone('AWS does not know it');
  },
};

/** The entries of an ACL in the words of templates. */
export function entriesOf(acl: string, entries: readonly NetworkAclEntry[] = []): Member[] {
  return entries
    .filter(({ RuleNumber = 0 }) => !LAST.includes(RuleNumber))
    .map(({ IcmpTypeCode, Protocol, ...entry }) => ({
      type: 'AWS::EC2::NetworkAclEntry',
      properties: jsonOf({
        NetworkAclId: acl,
        ...entry,
        Protocol: Number(Protocol),
        Icmp: IcmpTypeCode,
      }) as JsonMap,
    }));
}
