import { ZONE_TAG } from '../../../model';

/** Tags that name the zone of a subnet, first one wins: Lionrock's, common ones, and the CDK's name of a subnet group. */
export const ZONE_TAGS = [ZONE_TAG, 'zone', 'Zone', 'network-zone', 'aws-cdk:subnet-name'];
