import type { Trilean } from '../../model';
import type { Resource } from '../../template';
import { absent } from '../check';

/** Whether a database stands alone: what a cluster decides for its members is judged on the cluster. */
export function isNoMember({ properties }: Resource): Trilean {
  return absent.test(properties['DBClusterIdentifier']);
}
