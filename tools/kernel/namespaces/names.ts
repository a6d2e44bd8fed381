// Names of the namespaces. Each stands for one thing of AWS that decides about packets.

/** An instance with its security groups. */
export const hostSpace = (instance: string): string => `host:${instance}`;
/** A subnet with its route table and network ACL. */
export const subnetSpace = (subnet: string): string => `subnet:${subnet}`;
/** The local route of a VPC, and where peers and the internet gateway come in. */
export const vpcSpace = (vpc: string): string => `vpc:${vpc}`;
export const natSpace = (nat: string): string => `nat:${nat}`;
export const gatewaySpace = (vpc: string): string => `igw:${vpc}`;
export const egressOnlySpace = (vpc: string): string => `eigw:${vpc}`;
/** An attachment's interface in one subnet, seen from the VPC: the way out to the transit gateway. */
export const attachmentSpace = (attachment: string, subnet: string): string => `attachment:${attachment}:${subnet}`;
/** A transit gateway's table, for packets of one zone: they stay in it where they can. */
export const tableSpace = (table: string, zone: string): string => `table:${table}:${zone}`;
/** Everything outside, with the outsiders' addresses. */
export const INTERNET = 'internet';

/** All addresses of both families. */
export const EVERYWHERE = ['0.0.0.0/0', '::/0'] as const;
