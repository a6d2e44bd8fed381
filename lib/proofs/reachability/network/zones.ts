/** Tag that says to which zone a subnet or a security group belongs; Lionrock's constructs write it. */
export const ZONE_TAG = 'lionrock:zone';

/** Tag of subnets in which nothing but a piece of the network stands; Lionrock's constructs write it. */
export const PURPOSE_TAG = 'lionrock:purpose';

/** Tags that name the zone of a subnet, first one wins: Lionrock's, common ones, and the CDK's name of a subnet group. */
export const ZONE_TAGS = [ZONE_TAG, 'zone', 'Zone', 'network-zone', 'aws-cdk:subnet-name'];
