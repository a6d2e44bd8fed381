/** Key of the tag that says to which zone a subnet, route table or security group belongs (NET-01). */
export const ZONE_TAG = 'lionrock:zone';

/** Key of the tag by which flows call a VPC (`vpc/zone`), where that is not its name. */
export const VPC_TAG = 'lionrock:vpc';

/** Key of the tag of subnets in which nothing but a piece of the network stands: they belong to no zone. */
export const PURPOSE_TAG = 'lionrock:purpose';
