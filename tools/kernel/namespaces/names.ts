// Names of the namespaces. Each stands for one thing of AWS that decides about packets.

/** An instance with its security groups. */
export const hostSpace = (instance: string): string => `host:${instance}`;
/** A subnet with its route table and network ACL. */
export const subnetSpace = (subnet: string): string => `subnet:${subnet}`;
/** The local route of a VPC, and where peers and the internet gateway come in. */
export const vpcSpace = (vpc: string): string => `vpc:${vpc}`;
export const natSpace = (nat: string): string => `nat:${nat}`;
export const gatewaySpace = (vpc: string): string => `igw:${vpc}`;
/** An attachment, seen from the VPC: the way out to the transit gateway. */
export const attachmentSpace = (attachment: string): string => `attachment:${attachment}`;
export const tableSpace = (table: string): string => `table:${table}`;
/** Everything outside, with the outsiders' addresses. */
export const INTERNET = 'internet';
