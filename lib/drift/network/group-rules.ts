import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2';
import type { Collection, Member, MemberKind } from '../collection';
import { jsonOf, scalarText, type Json, type JsonMap } from '../json';
import { Gone } from '../reader';
import { securityGroups } from './ec2';

const PORTS = ['IpProtocol', 'FromPort', 'ToPort'];
const BLOCKS = ['CidrIp', 'CidrIpv6'];
const NAMES: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' };

const INGRESS = kind('Ingress', 'Source');
const EGRESS = kind('Egress', 'Destination');

/** What security groups let in and out. */
export const GROUP_RULES: Collection = {
  ownerType: 'AWS::EC2::SecurityGroup',
  kinds: [INGRESS, EGRESS],
  read: async ({ physicalId, designed }, access) => {
    const group = (await securityGroups(access)).find(({ GroupId }) => GroupId === physicalId);
    if (!group) return new Gone('AWS does not know it');
    const all = rulesOf(group);
    // A group whose template says nothing of what leaves it lets out everything: AWS puts that there.
    return designed('SecurityGroupEgress') === undefined ? all.filter((rule) => !letsAllOut(rule)) : all;
  },
};

function kind(direction: 'Ingress' | 'Egress', peer: 'Source' | 'Destination'): MemberKind {
  const key = [...PORTS, ...BLOCKS, `${peer}SecurityGroupId`, `${peer}PrefixListId`];
  const inline = `SecurityGroup${direction}`;
  return { type: `AWS::EC2::SecurityGroup${direction}`, owner: 'GroupId', key, compared: [], inline, normal };
}

/** Protocols by their names, and ports only where protocols have them. */
function normal(rule: JsonMap): JsonMap {
  const { IpProtocol: given = null, FromPort: from = null, ToPort: to = null, ...peer } = rule;
  const protocol = NAMES[scalarText(given)] ?? scalarText(given);
  const ports: Record<string, Json> = protocol === '-1' ? {} : { FromPort: Number(from), ToPort: Number(to) };
  return { ...peer, IpProtocol: protocol, ...ports };
}

/** The rules of a group in the words of templates, one for each peer. */
function rulesOf({ GroupId: id = '', IpPermissions = [], IpPermissionsEgress = [] }: SecurityGroup): Member[] {
  return [
    ...IpPermissions.flatMap((permission) => membersOf(INGRESS, id, 'Source', permission)),
    ...IpPermissionsEgress.flatMap((permission) => membersOf(EGRESS, id, 'Destination', permission)),
  ];
}

function membersOf({ type }: MemberKind, group: string, peer: string, permission: IpPermission): Member[] {
  const { IpProtocol, FromPort, ToPort, IpRanges = [], Ipv6Ranges = [] } = permission;
  const { PrefixListIds = [], UserIdGroupPairs = [] } = permission;
  const peers = [
    ...IpRanges.map(({ CidrIp }) => ({ CidrIp })),
    ...Ipv6Ranges.map(({ CidrIpv6 }) => ({ CidrIpv6 })),
    ...PrefixListIds.map(({ PrefixListId }) => ({ [`${peer}PrefixListId`]: PrefixListId })),
    ...UserIdGroupPairs.map(({ GroupId }) => ({ [`${peer}SecurityGroupId`]: GroupId })),
  ];
  return peers.map((one) => ({
    type,
    properties: jsonOf({ GroupId: group, IpProtocol, FromPort, ToPort, ...one }) as JsonMap,
  }));
}

function letsAllOut({ type, properties }: Member): boolean {
  return type === EGRESS.type && properties['IpProtocol'] === '-1' && properties['CidrIp'] === '0.0.0.0/0';
}
