import { absent, when } from '../check';

/** Whether a database stands alone: what a cluster decides for its members is judged on the cluster. */
export const isNoMember = when('DBClusterIdentifier', absent);
